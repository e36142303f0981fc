import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Program } from '@banfa/policy/run'
import { afterAll, beforeAll } from 'vitest'
import { type CallId, calls } from '../src/cases/index.ts'
import { openDocuments } from '../src/documents/index.ts'
import { findOffice, openOffice } from '../src/identity/index.ts'
import { addDays, day, type PartyId, type PersonActor } from '../src/kernel/index.ts'
import { recordFacts, registerExpert, registerParty } from '../src/registries/index.ts'
import { enact, install } from '../src/rulebook/index.ts'
import { type ByCaseId, workflow } from './case-workflow.ts'
import { smallMeasure } from './small-measure.ts'
import { openZone, type Zone } from './zone.ts'

export const SERVICE = 'small-base-recognition'
/** GB/T 2260 code of the district in charge of the applicant. */
export const DISTRICT = '650104'

/** 信用代码 with right check digits, made up. */
const CODES = ['91650104MA7TXT013P', '91650102MA0DEM021G'] as const

export type CaseOffice = ByCaseId & {
  readonly zone: Zone
  readonly call: CallId
  readonly party: PartyId
  readonly applicant: PersonActor
  /** 区科技局经办, in charge of the party. */
  readonly district: PersonActor
  /** 另一个区的经办. */
  readonly otherDistrict: PersonActor
  /** 市科技局经办, who also signs: the proposer in most tests. */
  readonly city: PersonActor
  /** 市科技局签发. */
  readonly signer: PersonActor
  readonly federation: PersonActor
  readonly experts: readonly PersonActor[]
}

/** Opens the document desk for the tests of a file; call at its top. */
export function useDocuments(): void {
  let close = async () => {}
  beforeAll(async () => {
    const directory = await mkdtemp(join(tmpdir(), 'banfa-documents-'))
    const desk = await openDocuments({
      directory,
      keys: join(directory, 'keys'),
      verifyAt: 'https://example.invalid/v/',
      demo: true,
    })
    close = async () => {
      await desk.close()
      await rm(directory, { recursive: true, force: true })
    }
  })
  afterAll(() => close())
}

export type OfficeTraits = {
  readonly isDemo?: boolean
  readonly delegated?: readonly string[]
  readonly points?: boolean
  readonly blind?: boolean
  /** Another version of the small measure in its place. */
  readonly program?: Program
}

/** A zone in which the small measure is in force, a call is open, and everybody is there. */
export async function openCaseOffice(
  today = '2026-03-02',
  traits: OfficeTraits = {},
): Promise<CaseOffice> {
  const { delegated, points = false, blind = false, program: given, ...ofZone } = traits
  const zone = await openZone({ today, ...ofZone })
  await zone.asSystem(async (tx) => {
    const program = given ?? smallMeasure(delegated, { points, blind })
    await install(tx, program, { files: { 'pack.yaml': 'format: 1' } })
    const { pack, version } = program
    await enact(tx, { pack, version, from: day(today), reason: '测试施行' })
  })
  const people = await peopleOf(zone)
  const party = await aParty(zone, { name: '丝路启航孵化器有限公司', code: CODES[0] })
  const applicant = await zone.anApplicant({ parties: [party], name: '申报人' })
  const call = await zone.writing(people.city, (tx) =>
    calls.open(tx, {
      pack: 'small-measure',
      services: [SERVICE],
      title: { zh: '2026年申报通知', en: 'Call 2026' },
      opensOn: day(today),
      closesOn: addDays(day(today), 30),
    }),
  )
  const base = { zone, call: call.id, party, applicant, ...people }
  return { ...base, ...workflow(base) }
}

/** A second enterprise of the same district with somebody who acts for it. */
export async function anotherApplicant({ zone }: CaseOffice): Promise<PersonActor> {
  const party = await aParty(zone, { name: '天山创客空间有限公司', code: CODES[1] })
  return zone.anApplicant({ parties: [party], name: '另一申报人' })
}

async function peopleOf(zone: Zone) {
  const handlesAndSigns = ['handle', 'decide'] as const
  const district = await zone.anOfficer({ district: DISTRICT, name: '区经办' })
  const otherDistrict = await zone.anOfficer({ district: '650102', name: '外区经办' })
  const city = await zone.anOfficer({ duties: handlesAndSigns, name: '市经办' })
  const signer = await zone.anOfficer({ duties: handlesAndSigns, name: '市签发' })
  const federation = await zone.anOfficer({
    office: 'federation',
    level: 'delegate',
    name: '联合会经办',
  })
  const experts = []
  for (const name of ['专家甲', '专家乙', '专家丙', '专家丁']) {
    const expert = await zone.anExpert({ name })
    await zone.asSystem((tx) =>
      registerExpert(tx, {
        person: expert.person,
        name,
        title: { zh: '研究员', en: 'Researcher' },
        employer: null,
        fields: ['孵化'],
      }),
    )
    experts.push(expert)
  }
  return { district, otherDistrict, city, signer, federation, experts }
}

async function aParty(zone: Zone, of: { name: string; code: string }): Promise<PartyId> {
  return zone.asSystem(async (tx) => {
    const office =
      (await findOffice(tx, 'district-bureau', DISTRICT)) ??
      (await openOffice(tx, {
        key: 'district-bureau',
        level: 'district',
        district: DISTRICT,
        name: { zh: '区科技局', en: 'District Bureau' },
        parent: null,
      }))
    const party = await registerParty(tx, {
      kind: 'enterprise',
      name: of.name,
      creditCode: of.code,
      district: DISTRICT,
      office: office.id,
    })
    await recordFacts(tx, {
      party: party.id,
      facts: [{ subject: 'party', name: 'registered-place', value: 'urumqi' }],
      source: { kind: 'register', title: { zh: '企业登记', en: 'Business register' } },
      verifiedBy: '企业登记',
    })
    return party.id
  })
}
