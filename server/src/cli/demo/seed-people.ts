import {
  addMembership,
  appoint,
  areas,
  findOffice,
  listOffices,
  openOffice,
  powers,
  registerPerson,
} from '../../identity/index.ts'
import { day, type PartyId, type PersonId, refusal, type WriteTx } from '../../kernel/index.ts'
import { recordFacts, registerExpert, registerParty } from '../../registries/index.ts'
import type { DemoData, PartyData } from './demo-data.ts'

/** One password for all: the demo's door offers the people themselves. */
export const DEMO_PASSWORD = 'banfa-demo'

/** Keys of the data files → what was made of them. */
export type Cast = {
  readonly people: ReadonlyMap<string, PersonId>
  readonly parties: ReadonlyMap<string, PartyId>
}

const REGISTER = { zh: '市场主体登记信息', en: 'Register of market entities' }
/** Facts of the data files that the applicant declares; the others come from the register. */
const DECLARED = ['innovation-body-kind']

/** Offices, organisations with their registered facts, and the people who act for them. */
export async function seedPeople(
  tx: WriteTx,
  { people, parties }: Pick<DemoData, 'people' | 'parties'>,
): Promise<Cast> {
  for (const { key, level, district, zh, en } of people.offices) {
    await openOffice(tx, { key, level, district: district ?? null, name: { zh, en }, parent: null })
  }
  await seedRegister(tx, people)
  const entered = new Map<string, PartyId>()
  for (const party of parties) entered.set(party.key, await seedParty(tx, party))
  const known = new Map<string, PersonId>()
  for (const officer of people.officers) known.set(officer.login, await seedOfficer(tx, officer))
  for (const expert of people.experts) {
    known.set(expert.login, await seedExpert(tx, expert, entered))
  }
  for (const applicant of people.applicants) {
    known.set(applicant.login, await seedApplicant(tx, { applicant, entered, parties }))
  }
  return { people: known, parties: entered }
}

/** The areas of jurisdiction and the register of powers. */
async function seedRegister(tx: WriteTx, people: DemoData['people']): Promise<void> {
  for (const { code, kind, zh, en, districts = [] } of people.areas) {
    await areas.write(tx, { code, kind, name: { zh, en }, districts })
  }
  for (const { zh, en, office, kind, level, law, cite, ...share } of people.powers) {
    await powers.write(tx, {
      matter: { zh, en },
      kind,
      level,
      office: (await officeOf(tx, { office })).id,
      share: { zh: share['share-zh'] ?? '', en: share['share-en'] ?? '' },
      law,
      cite,
      pack: null,
      service: null,
      from: SINCE,
    })
  }
}

async function seedParty(tx: WriteTx, data: PartyData): Promise<PartyId> {
  const office = (await findOffice(tx, 'district-bureau', data.district))?.id ?? null
  const party = await registerParty(tx, {
    kind: data.kind,
    name: data.name,
    nameEn: data['name-en'],
    creditCode: data['credit-code'],
    district: data.district,
    office,
  })
  const facts = Object.entries(data.facts ?? {}).map(([name, value]) => ({
    subject: 'party' as const,
    name,
    value,
  }))
  const registered = facts.filter(({ name }) => !DECLARED.includes(name))
  const declared = facts.filter(({ name }) => DECLARED.includes(name))
  if (registered.length > 0) {
    await recordFacts(tx, {
      party: party.id,
      facts: registered,
      source: { kind: 'register', title: REGISTER },
      verifiedBy: REGISTER.zh,
    })
  }
  if (declared.length > 0) {
    await recordFacts(tx, {
      party: party.id,
      facts: declared,
      source: { kind: 'applicant', title: { zh: '申报单位填报', en: 'Stated by the applicant' } },
    })
  }
  return party.id
}

const SINCE = day('2024-01-01')

type Officer = DemoData['people']['officers'][number]

async function seedOfficer(tx: WriteTx, officer: Officer): Promise<PersonId> {
  const office = await officeOf(tx, officer)
  const person = await registerPerson(tx, {
    login: officer.login,
    name: officer.name,
    password: DEMO_PASSWORD,
    demoNote: { role: officer.title, organisation: office.name, can: officer.can, desk: 'office' },
  })
  await appoint(tx, {
    person,
    office: office.id,
    title: officer.title,
    duties: officer.duties,
    from: SINCE,
  })
  return person
}

async function officeOf(tx: WriteTx, { office, district }: Pick<Officer, 'office' | 'district'>) {
  const found = (await listOffices(tx)).find(
    (one) => one.key === office && one.district === (district ?? null),
  )
  return found ?? refusal('cli.demo-data', { what: `${office} ${district ?? ''}` })
}

type Expert = DemoData['people']['experts'][number]
const REVIEWS = {
  zh: '评判分派给自己的申请，逐条说明理由',
  en: 'Judges the applications assigned, condition by condition',
}

async function seedExpert(
  tx: WriteTx,
  expert: Expert,
  parties: ReadonlyMap<string, PartyId>,
): Promise<PersonId> {
  const panel = await officeOf(tx, { office: 'expert-panel' })
  const role = { zh: `评审专家 · ${expert.title}`, en: 'Expert reviewer' }
  const person = await registerPerson(tx, {
    login: expert.login,
    name: expert.name,
    password: DEMO_PASSWORD,
    isExpert: true,
    demoNote: { role, organisation: panel.name, can: expert.can ?? REVIEWS, desk: 'office' },
  })
  await appoint(tx, { person, office: panel.id, title: role, duties: ['review'], from: SINCE })
  await registerExpert(tx, {
    person,
    name: expert.name,
    title: { zh: expert.title, en: expert.title },
    employer: parties.get(expert.employer) ?? null,
    fields: expert.fields,
  })
  return person
}

type Applying = {
  readonly applicant: DemoData['people']['applicants'][number]
  readonly entered: ReadonlyMap<string, PartyId>
  readonly parties: readonly PartyData[]
}

async function seedApplicant(
  tx: WriteTx,
  { applicant, entered, parties }: Applying,
): Promise<PersonId> {
  const data = parties.find(({ key }) => key === applicant.party)
  const party = entered.get(applicant.party)
  if (!data || !party) return refusal('cli.demo-data', { what: applicant.party })
  const person = await registerPerson(tx, {
    login: applicant.login,
    name: applicant.name,
    password: DEMO_PASSWORD,
    demoNote: {
      role: { zh: '申报单位 经办人', en: 'Applicant' },
      organisation: { zh: data.name, en: data['name-en'] },
      can: applicant.can,
      desk: 'applicant',
    },
  })
  await addMembership(tx, { person, party, from: SINCE })
  return person
}
