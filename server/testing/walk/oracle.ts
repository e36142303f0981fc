import { MATRIX, type Rule } from '../../src/identity/index.ts'
import type { PersonActor, Post } from '../../src/kernel/index.ts'
import { DISTRICT } from '../case-office.ts'
import type { CaseRoute } from './samples.ts'
import type { Seeded } from './zone.ts'

const DISTRICT_BUREAU = ['district-bureau']
const CITY = ['city-bureau']

/** The offices that the small measure's articles name for an act, 受委托 ones included. */
const OFFICES: Readonly<Partial<Record<CaseRoute, readonly string[]>>> = {
  acceptApplication: DISTRICT_BUREAU,
  returnForCorrection: DISTRICT_BUREAU,
  transferCase: DISTRICT_BUREAU,
  listTransferChoices: DISTRICT_BUREAU,
  reappraise: CITY,
  recommend: DISTRICT_BUREAU,
  refuse: CITY,
  listExpertChoices: CITY,
  assignExperts: CITY,
  drawExperts: CITY,
  showPaper: CITY,
  judge: DISTRICT_BUREAU,
  concludeReview: CITY,
  deliberate: CITY,
  planNotice: CITY,
  publicise: CITY,
  answerObjection: CITY,
  viewObjection: CITY,
  askObjector: CITY,
  openObjectionFile: CITY,
  propose: CITY,
  decide: CITY,
  certify: CITY,
  photographChange: DISTRICT_BUREAU,
  verifyChange: DISTRICT_BUREAU,
  settleChange: CITY,
  proposeSanction: CITY,
  serveSanction: CITY,
  summonToHearing: CITY,
  holdHearing: CITY,
  decideSanction: CITY,
  liftSanction: CITY,
}

/** The office whose limit runs at a milestone; the others have none. */
const CLOCK_OF: Readonly<Record<string, readonly string[]>> = {
  accepted: DISTRICT_BUREAU,
  recommended: CITY,
  reviewed: [...CITY, 'federation'],
  publicised: CITY,
}
const MOVES_CLOCK: readonly CaseRoute[] = ['suspendClock', 'resumeClock', 'extendClock']

/** How what is asked for lies to the person, told by the test and by no code of the product. */
export type Lies = {
  readonly party?: string
  readonly district?: string
  readonly offices?: readonly string[]
  readonly assigned?: boolean
  /** The offices whose own the thing is. */
  readonly holders?: readonly string[]
}

export function ruleOf(right: string): Rule | null {
  return Object.hasOwn(MATRIX, right) ? MATRIX[right as keyof typeof MATRIX] : null
}

/** The matrix read again, from its words: what is not said is denied. */
export function grants(rule: Rule, person: PersonActor | null, lies: Lies): boolean {
  if (rule.anybody) return true
  if (!person) return false
  if (rule.signedIn) return true
  const ofTheirs = person.parties.find((one) => one === lies.party)
  if (ofTheirs && rule.party?.includes(person.parts?.[ofTheirs] ?? 'owner')) return true
  return (rule.posts ?? []).some((way) =>
    person.posts.some((post) => {
      const isNamed = (lies.offices ?? []).includes(post.officeKey)
      const inReach =
        post.level === 'city' ||
        post.level === 'experts' ||
        (post.district === null ? isNamed : districtsOf(post).includes(lies.district))
      return (
        way.levels.includes(post.level) &&
        way.duties.some((duty) => post.duties.includes(duty)) &&
        (!way.named || (isNamed && !isAnotherBureau(post, lies))) &&
        (!way.holder || (lies.holders ?? []).includes(post.officeKey)) &&
        (!way.assigned || lies.assigned === true) &&
        (way.anyPlace === true || inReach)
      )
    }),
  )
}

/** A functional zone's office looks at the districts it lies in. */
const districtsOf = ({ district, alsoIn = [] }: Post): readonly unknown[] => [district, ...alsoIn]

/** It looks, and does no act in the place of the district's own office. */
const isAnotherBureau = ({ level, district }: Post, lies: Lies) =>
  level === 'district' && district !== lies.district

/** A case is sent back by the office it has come to. */
function officesFor(route: CaseRoute, about: Seeded): readonly string[] {
  if (MOVES_CLOCK.includes(route)) return CLOCK_OF[about.at] ?? []
  if (route !== 'sendBack') return OFFICES[route] ?? []
  return about.at === 'accepted' ? DISTRICT_BUREAU : CITY
}

/** What a route asks about a case, for one person. */
export function liesTo(person: PersonActor | null, route: CaseRoute, about: Seeded): Lies {
  // A folder of papers names one office and people, so a delegate reads the case without its files.
  const isDelegated = [
    'viewCase',
    'viewSanctions',
    'viewChanges',
    'archiveCase',
    'listFilings',
    'deliberate',
  ].includes(route)
  const delegates = about.isWithCity && isDelegated ? ['federation'] : []
  // The district judges before it recommends, and at no other time.
  const asksNobody = route === 'judge' && about.at !== 'accepted'
  return {
    party: about.party.id,
    district: DISTRICT,
    offices: asksNobody ? [] : [...officesFor(route, about), ...delegates],
    assigned: person !== null && about.assigned.includes(person.person),
  }
}

const ABOUT_THE_PARTY: readonly string[] = [
  'viewEntitlements',
  'viewParty',
  'viewFact',
  'verifyFact',
  'startCase',
  'listMembers',
  'inviteMember',
  'changeMember',
  'inviteOwner',
  'enterCarrier',
]

const OF_OTHERS: readonly string[] = ['district', 'delegate']

/**
 * A case is read by the office in charge of it: one whose district only overlaps looks at parties, and
 * row-level security hides the case. What it verifies of a party is likewise theirs.
 */
export function isInOthersHands(person: PersonActor | null, route: CaseRoute): boolean {
  const posts = person?.posts ?? []
  return (
    (!ABOUT_THE_PARTY.includes(route) || route === 'verifyFact') &&
    posts.length > 0 &&
    posts.every(({ level, alsoIn = [] }) => OF_OTHERS.includes(level) && alsoIn.length > 0)
  )
}

/** What an applicant is still writing is theirs alone, whatever the matrix gives others. */
export function isHiddenDraft(person: PersonActor | null, route: CaseRoute, about: Seeded) {
  const isAboutTheCase = !ABOUT_THE_PARTY.includes(route)
  const isTheirs = person?.parties.some((one) => one === about.party.id) ?? false
  return isAboutTheCase && about.isDraft && !isTheirs
}
