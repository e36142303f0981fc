import type { routes } from '../../src/http/index.ts'
import { newId } from '../../src/kernel/index.ts'
import { plainSamples } from './plain-samples.ts'
import { caseSamples, type Sample } from './samples.ts'
import type { WalkedZone } from './zone.ts'

type RouteName = keyof typeof routes
/** What is asked about somebody else's thing, and the id of that thing. */
type Probe = { readonly sample: NonNullable<Sample>; readonly id: string }
type ProbeOf = (zone: WalkedZone) => Probe

const plain = (name: keyof typeof plainSamples, of: (zone: WalkedZone) => string): ProbeOf => {
  return (zone) => ({ sample: there(plainSamples[name](zone)), id: of(zone) })
}
const aboutParty = (name: keyof typeof caseSamples): ProbeOf => {
  return (zone) => {
    const [about] = zone.cases
    if (!about) throw new Error('there is no case')
    return { sample: there(caseSamples[name](about, zone)), id: about.party.id }
  }
}

function there(sample: Sample): NonNullable<Sample> {
  if (!sample) throw new Error('there is nothing to ask about')
  return sample
}

/** Everything outside the addresses of a case that names something of somebody's. */
export const PROBES: Partial<Record<RouteName, ProbeOf>> = {
  viewParty: aboutParty('viewParty'),
  viewFact: aboutParty('viewFact'),
  verifyFact: aboutParty('verifyFact'),
  viewEntitlements: aboutParty('viewEntitlements'),
  startCase: aboutParty('startCase'),
  listMembers: aboutParty('listMembers'),
  inviteMember: aboutParty('inviteMember'),
  changeMember: aboutParty('changeMember'),
  withdrawInvitation: plain('withdrawInvitation', ({ there: { invitation } }) => invitation.id),
  endOwnSession: plain('endOwnSession', ({ there: { session } }) => session),
  viewMeeting: plain('viewMeeting', ({ there: { meeting } }) => meeting),
  castVote: plain('castVote', ({ there: { meeting } }) => meeting),
  openMinutes: plain('openMinutes', ({ there: { meeting } }) => meeting),
  rotateSecret: plain('rotateSecret', ({ there: { webhook } }) => webhook),
  sendAgain: plain('sendAgain', ({ there: { message } }) => message),
  endPost: plain('endPost', ({ there: { post } }) => post),
  endMandate: plain('endMandate', ({ there: { mandate } }) => mandate),
  arrangeSubstitute: plain('arrangeSubstitute', ({ there: { post } }) => post),
  endSubstitution: plain('endSubstitution', ({ there: { substitution } }) => substitution),
  endPower: plain('endPower', ({ there: { power } }) => power),
  resetPerson: plain('resetPerson', ({ signer }) => signer.person),
  listComments: plain('listComments', ({ there: { consultation } }) => consultation),
  // Not published yet.
  viewConsultation: ({ there: { prepared } }) => ({
    sample: { url: `/api/consultations/${prepared}` },
    id: prepared,
  }),
  // The number is printed on letters; the key is what nobody is told.
  followObjection: (zone) => {
    const number = zone.cases.find((one) => one.objectionKey)?.objectionKey?.number ?? ''
    const body = { number, key: '0'.repeat(32) }
    return { sample: { url: '/api/objections/followed', body }, id: number }
  },
}

/** The same about something that never was. */
export function aboutNothing({ sample, id }: Probe): Probe {
  const never = /^[0-9a-f-]{36}$/.test(id) ? newId() : '异〔2026〕999号'
  const { url, body, ...rest } = sample
  const replaced = body === undefined ? {} : { body: JSON.parse(swapped(JSON.stringify(body))) }
  function swapped(text: string) {
    return text.replaceAll(id, never)
  }
  return { sample: { ...rest, url: swapped(url), ...replaced }, id: never }
}
