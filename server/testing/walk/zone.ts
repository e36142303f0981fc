import { acts, type CaseId, objections, views } from '../../src/cases/index.ts'
import { listOffices } from '../../src/identity/index.ts'
import {
  type Kernel,
  newId,
  type PartyId,
  type PersonActor,
  VISITOR,
  type WriteTx,
} from '../../src/kernel/index.ts'
import { recordFacts, registerParty } from '../../src/registries/index.ts'
import { DISTRICT, openCaseOffice } from '../case-office.ts'
import { aPdf, workflow } from '../case-workflow.ts'
import { openZone } from '../zone.ts'
import { aCaseThatReached, isPastNotice, type Reached } from './ends.ts'
import { peopleByWriting } from './people-by-writing.ts'
import { placeThings } from './there.ts'

/** A case of the walked zone with what its addresses need. */
export type Seeded = {
  readonly id: CaseId
  readonly at: string
  readonly party: { readonly id: string; readonly name: string; readonly creditCode: string }
  readonly isDraft: boolean
  readonly assigned: readonly string[]
  /** The district has recommended it, so the offices acting for the city read it too. */
  readonly isWithCity: boolean
  readonly paper: { readonly paper: string; readonly file: string }
  readonly document: string | null
  readonly objection: string | null
  /** A paper to the objection. */
  readonly objectionFile: string | null
  /** What the objector follows it by. */
  readonly objectionKey: { readonly number: string; readonly key: string } | null
  readonly certificate: string | null
  readonly notice: string | null
}

/** The office with its cases and people, before things are placed in it. */
export type WalkedOffice = Office & {
  readonly own: PersonActor
  readonly cases: readonly Seeded[]
  readonly people: Awaited<ReturnType<typeof peopleOf>> &
    Awaited<ReturnType<typeof peopleByWriting>>
}
export type WalkedZone = WalkedOffice & {
  readonly there: Awaited<ReturnType<typeof placeThings>>
}

/** Made-up organisations with right check digits. */
const PARTIES: readonly (readonly [Reached, string, string])[] = [
  ['certified', '甲山孵化器有限公司', '91659999MA7110268Y'],
  ['draft', '乙水孵化器有限公司', '91659999MA71894557'],
  ['reviewed', '丙木孵化器有限公司', '91659999MA7268647K'],
  ['accepted', '己金孵化器有限公司', '91659999MA7585407M'],
  ['recommended', '丁火孵化器有限公司', '91659999MA742702XJ'],
  ['publicised', '戊土孵化器有限公司', '91659999MA75062112'],
  ['returned', '庚石孵化器有限公司', '91659999MA76812399'],
  ['withdrawn', '辛泉孵化器有限公司', '91659999MA7781248R'],
  ['refused', '壬林孵化器有限公司', '91659999MA7881257A'],
  ['decided', '癸原孵化器有限公司', '91659999MA7981266T'],
  ['revoked', '子川孵化器有限公司', '91659999MA799127XT'],
]

export const GROUNDS = '该单位的场地与公示内容不一致，请核实。'

/** An office with a case at each of several stages, and one person of every kind around them. */
export async function openWalkedZone(
  traits: { isDemo?: boolean; blind?: boolean } = {},
): Promise<WalkedZone> {
  const office = await openCaseOffice(undefined, traits)
  const { zone } = office
  const parties = await zone.asSystem(registerAll)
  const own = await zone.anApplicant({ parties: parties.map(({ id }) => id), name: '本单位经办' })
  const cases = await casesOf(office, own, parties)
  const people = { ...(await peopleOf(office, own)), ...(await peopleByWriting(office, own)) }
  const walked = { ...office, own, cases, people }
  return { ...walked, there: await placeThings(walked) }
}

type Registered = Omit<Seeded['party'], 'id'> & {
  readonly id: PartyId
  readonly milestone: Reached
}

async function registerAll(tx: WriteTx): Promise<Registered[]> {
  const district = (await listOffices(tx)).find((one) => one.district === DISTRICT)
  const made: Registered[] = []
  for (const [milestone, name, creditCode] of PARTIES) {
    const of = { kind: 'enterprise', name, creditCode, district: DISTRICT } as const
    const { id } = await registerParty(tx, { ...of, office: district?.id ?? null })
    await recordFacts(tx, {
      party: id,
      facts: [{ subject: 'party', name: 'registered-place', value: 'urumqi' }],
      source: { kind: 'register', title: { zh: '登记', en: 'Register' } },
      verifiedBy: '登记',
    })
    made.push({ milestone, id, name, creditCode })
  }
  return made
}

/** Those that are past their notice are published first: the day then moves beyond the window. */
async function casesOf(office: Office, own: PersonActor, parties: readonly Registered[]) {
  const begun = parties.map(({ milestone, ...party }) => {
    const applicant = { ...own, parties: [party.id] }
    const steps = workflow({ ...office, party: party.id, applicant })
    return { milestone, party, at: { ...office, applicant, steps } }
  })
  const noticed = new Map<string, CaseId>()
  for (const { milestone, party, at } of begun) {
    if (isPastNotice(milestone)) noticed.set(party.id, await at.steps.aCaseAt('publicised'))
  }
  const cases: Seeded[] = []
  for (const { milestone, party, at } of begun) {
    const id = await aCaseThatReached(milestone, at, noticed.get(party.id))
    if (milestone === 'recommended') await assignThree(office, id)
    const objected = milestone === 'publicised' ? await objectTo(office, id) : NOT_OBJECTED
    cases.push({ ...(await seeded(office, { id, at: milestone, party, own })), ...objected })
  }
  return cases
}

const NOT_OBJECTED = { objectionFile: null, objectionKey: null }

type Office = Awaited<ReturnType<typeof openCaseOffice>>

async function assignThree({ zone, city, experts }: Office, caseId: CaseId) {
  const panel = experts.slice(0, 3).map(({ person }) => person)
  await zone.writing(city, (tx) => acts.assign(tx, { caseId, experts: panel }))
}

async function objectTo({ zone, city }: Office, caseId: CaseId) {
  const { notice } = await zone.reading(city, (tx) => views.case(tx, caseId))
  if (!notice) throw new Error('the case is on no notice')
  const objector = { name: '热心群众', contact: '13900000000', grounds: GROUNDS }
  const key = await zone.writing(VISITOR, (tx) =>
    objections.lodge(tx, { noticeId: notice.id, caseId, ...objector }),
  )
  await objections.attach(zone.kernel, { ...key, fileName: 'a.pdf', bytes: aPdf('场地照片') })
  const { papers } = await zone.asSystem((tx) => objections.follow(tx, key))
  const objectionKey = { number: key.number, key: key.key }
  return { objectionFile: papers[0]?.id ?? null, objectionKey }
}

async function seeded(
  { zone, city }: Office,
  of: { id: CaseId; at: Reached; party: Seeded['party']; own: PersonActor },
): Promise<Omit<Seeded, keyof typeof NOT_OBJECTED>> {
  const { own, ...about } = of
  const isDraft = of.at === 'draft'
  const view = await zone.reading(isDraft ? own : city, (tx) => views.case(tx, of.id))
  const [file] = view.papers[0]?.files ?? []
  return {
    ...about,
    isDraft,
    isWithCity: !['draft', 'accepted', 'returned', 'withdrawn'].includes(of.at),
    assigned: view.experts.map(({ person }) => person),
    paper: { paper: view.papers[0]?.paper ?? '', file: file?.id ?? newId() },
    document: view.documents[0]?.id ?? null,
    objection: view.objections[0]?.id ?? null,
    certificate: view.certificate?.number ?? null,
    notice: view.notice?.id ?? null,
  }
}

/** Kinds of people; null is a visitor, and so is somebody whose sign-in is of another zone. */
async function peopleOf(office: Office, own: PersonActor) {
  const { zone } = office
  const stranger = await zone.anApplicant({ name: '外单位经办' })
  const decider = await zone.anOfficer({ duties: ['decide'], name: '只签发' })
  const handler = await zone.anOfficer({ duties: ['handle'], name: '只经办' })
  const auditor = await zone.anOfficer({ duties: ['audit'], name: '审计' })
  const ownAuditor = await zone.anOfficer({
    district: DISTRICT,
    duties: ['audit'],
    name: '本区审计',
  })
  const districtAuditor = await zone.anOfficer({
    district: '650102',
    duties: ['audit'],
    name: '外区审计',
  })
  const elsewhere = await openZone()
  return {
    visitor: null,
    'applicant, own': own,
    'applicant, other': stranger,
    'district, right': office.district,
    'district, other': office.otherDistrict,
    'district auditor, right': ownAuditor,
    'district auditor, other': districtAuditor,
    'city handler': handler,
    'city decider': decider,
    'delegate, live mandate': office.federation,
    'expert assigned': office.experts[0] ?? null,
    'expert not assigned': office.experts[3] ?? null,
    auditor,
    'system administrator': await zone.anOfficer({ duties: ['administer'], name: '系统管理' }),
    'security administrator': await zone.anOfficer({ duties: ['grant'], name: '安全管理' }),
    'viewer of the own': await zone.anApplicant({
      parties: own.parties,
      part: 'viewer',
      name: '只查看',
    }),
    'of another zone': { zone: elsewhere, person: await elsewhere.anOfficer() },
  }
}

/** A kernel whose acts leave nothing behind: every request meets the zone as it was seeded. */
export function rollingBack(kernel: Kernel): Kernel {
  return {
    ...kernel,
    async writing(actor, work) {
      if (actor.kind === 'system') return kernel.writing(actor, work)
      const done: Awaited<ReturnType<typeof work>>[] = []
      const undo = new Error('undo')
      await kernel
        .writing(actor, async (tx) => {
          done.push(await work(tx))
          throw undo
        })
        .catch((problem: unknown) => {
          if (problem !== undo) throw problem
        })
      return done[0] as Awaited<ReturnType<typeof work>>
    },
  }
}
