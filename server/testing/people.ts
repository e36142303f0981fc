import {
  actorOfPerson,
  addMembership,
  appoint,
  findOffice,
  openOffice,
  registerPerson,
} from '../src/identity/index.ts'
import {
  addDays,
  type Duty,
  type Kernel,
  newId,
  type OfficeLevel,
  type Part,
  type PartyId,
  type PersonActor,
  type PersonId,
  type WriteTx,
} from '../src/kernel/index.ts'

export type OfficerTraits = {
  /** The office's key as a program names it; `city-bureau` unless told, `district-bureau` with a district. */
  readonly office?: string
  readonly district?: string | null
  /** From the district and the key unless told. */
  readonly level?: OfficeLevel
  readonly duties?: readonly Duty[]
  readonly name?: string
  readonly login?: string
  readonly password?: string
}

export type ApplicantTraits = {
  /** The parties the person acts for; a new id unless told. */
  readonly parties?: readonly PartyId[]
  /** An owner unless told. */
  readonly part?: Part
  readonly name?: string
  readonly login?: string
  readonly password?: string
}

export type ExpertTraits = Omit<ApplicantTraits, 'parties' | 'part'>

/** Builders of people that hold what they are said to hold, as of a year before today. */
export interface PeopleBuilders {
  anOfficer(traits?: OfficerTraits): Promise<PersonActor>
  anApplicant(traits?: ApplicantTraits): Promise<PersonActor>
  /** On the panel (`expert-panel`) with the duty to review; assign them in the case. */
  anExpert(traits?: ExpertTraits): Promise<PersonActor>
}

export function peopleBuilders(kernel: Kernel): PeopleBuilders {
  const build = (make: (tx: WriteTx) => Promise<PersonId>) =>
    kernel.writing({ kind: 'system', job: 'test-people' }, async (tx) => {
      const actor = await actorOfPerson(tx, await make(tx))
      if (!actor) throw new Error('the person just made is not there')
      return actor
    })
  return {
    anOfficer: (traits = {}) => build((tx) => makeOfficer(tx, traits)),
    anApplicant: (traits = {}) => build((tx) => makeApplicant(tx, traits)),
    anExpert: (traits = {}) => build((tx) => makeExpert(tx, traits)),
  }
}

async function makeOfficer(tx: WriteTx, traits: OfficerTraits): Promise<PersonId> {
  const person = await makePerson(tx, { name: '测试经办', ...traits })
  const office = await officeOf(tx, traits)
  const duties = traits.duties ?? ['handle']
  const title = { zh: '工作人员', en: 'Officer' }
  await appoint(tx, { person, office: office.id, title, duties, from: aYearAgo(tx) })
  return person
}

async function makeApplicant(tx: WriteTx, traits: ApplicantTraits): Promise<PersonId> {
  const person = await makePerson(tx, { name: '测试申报人', ...traits })
  for (const party of traits.parties ?? [newId<PartyId>()]) {
    await addMembership(tx, { person, party, part: traits.part ?? 'owner', from: aYearAgo(tx) })
  }
  return person
}

async function makeExpert(tx: WriteTx, traits: ExpertTraits): Promise<PersonId> {
  const person = await makePerson(tx, { name: '测试专家', ...traits, isExpert: true })
  const office = await officeOf(tx, { office: 'expert-panel', level: 'experts' })
  const title = { zh: '评审专家', en: 'Expert' }
  await appoint(tx, { person, office: office.id, title, duties: ['review'], from: aYearAgo(tx) })
  return person
}

type PersonTraits = ExpertTraits & { readonly name: string; readonly isExpert?: boolean }

function makePerson(tx: WriteTx, traits: PersonTraits): Promise<PersonId> {
  const { name, login = `login-${newId()}`, isExpert = false, password } = traits
  return registerPerson(tx, { name, login, isExpert, ...(password ? { password } : {}) })
}

async function officeOf(tx: WriteTx, traits: OfficerTraits) {
  const district = traits.district ?? null
  const key = traits.office ?? (district === null ? 'city-bureau' : 'district-bureau')
  const level = traits.level ?? (district === null ? 'city' : 'district')
  const name = { zh: `${district ?? ''}${key}`, en: `${key} ${district ?? ''}`.trim() }
  const found = await findOffice(tx, key, district)
  return found ?? (await openOffice(tx, { key, level, district, name, parent: null }))
}

function aYearAgo(tx: WriteTx) {
  return addDays(tx.today, -365)
}
