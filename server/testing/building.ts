import { acts, type CaseId, calls, clocks, drafts, views } from '../src/cases/index.ts'
import {
  day,
  deliverEvents,
  type PartyId,
  type PersonActor,
  type ZoneEvent,
} from '../src/kernel/index.ts'
import { recordFacts } from '../src/registries/index.ts'
import { enact, install } from '../src/rulebook/index.ts'
import { anotherApplicant, openCaseOffice } from './case-office.ts'
import { aPdf } from './case-workflow.ts'
import { repositoryPack } from './repository-packs.ts'

const ANSWERS = {
  'tenant-features': ['biomedicine'],
  'last-year-revenue': '350',
  'wanted-area': '300',
  'building-incubation-area': '12000',
}

/** The pack of the repository in force, its offices, an open call and a draft with everything in it. */
export async function openBuilding() {
  const office = await openCaseOffice('2026-03-02')
  const { zone } = office
  const isYoung = (party: PartyId) =>
    zone.asSystem((tx) =>
      recordFacts(tx, {
        party,
        facts: [{ subject: 'party', name: 'established-on', value: '2025-01-15' }],
        source: { kind: 'register', title: { zh: '企业登记', en: 'Business register' } },
        verifiedBy: '企业登记',
      }),
    )
  const { program, files } = await repositoryPack('building-tenants')
  await zone.asSystem(async (tx) => {
    await install(tx, program, { files })
    const { pack, version } = program
    await enact(tx, { pack, version, from: day('2026-03-02'), reason: '测试施行' })
  })
  await isYoung(office.party)
  const duties = ['handle', 'decide'] as const
  const management = await zone.anOfficer({ office: 'management', level: 'city', duties })
  const signer = await zone.anOfficer({ office: 'management', level: 'city', duties })
  const operator = await zone.anOfficer({ office: 'operator', level: 'delegate' })
  const call = await zone.writing(management, (tx) =>
    calls.open(tx, {
      pack: 'building-tenants',
      services: ['tenant-entry'],
      title: { zh: '2026年入驻申请', en: 'Entry 2026' },
      opensOn: day('2026-03-02'),
      closesOn: day('2026-06-30'),
    }),
  )
  const view = (id: CaseId, who: PersonActor = office.applicant) =>
    zone.reading(who, (tx) => views.case(tx, id))
  const file = async (caseId: CaseId, applicant = office.applicant) => {
    const { revision } = await view(caseId, applicant)
    await zone.writing(applicant, (tx) => acts.file(tx, { caseId, revision }))
  }
  const aFiledCase = async (applicant = office.applicant) => {
    const [partyId = office.party] = applicant.parties
    const { caseId } = await zone.writing(applicant, (tx) =>
      drafts.start(tx, { callId: call.id, service: 'tenant-entry', partyId }),
    )
    const { revision } = await view(caseId, applicant)
    await zone.writing(applicant, (tx) => drafts.save(tx, { caseId, revision, answers: ANSWERS }))
    for (const paper of ['project-plan', 'agreement-draft']) {
      const bytes = aPdf(`${paper} ${caseId}`)
      await zone.writing(applicant, (tx) =>
        drafts.attach(tx, { caseId, paper, fileName: `${paper}.pdf`, bytes }),
      )
    }
    await file(caseId, applicant)
    return caseId
  }
  const another = async () => {
    const applicant = await anotherApplicant(office)
    for (const party of applicant.parties) await isYoung(party)
    return applicant
  }
  /** What the machine does every ten minutes. */
  const endSilence = async () => {
    const late = await zone.asSystem((tx) => clocks.listSilent(tx))
    const ended = []
    for (const id of late) ended.push(await zone.asSystem((tx) => clocks.endInSilence(tx, id)))
    return ended.filter(Boolean).length
  }
  /** Events since the first filing, by type. */
  const told = async () => {
    const types: string[] = []
    const hear = async (_: unknown, { type }: ZoneEvent) => void types.push(type)
    const kinds = ['case.accepted', 'case.deemed-accepted', 'case.returned', 'case.withdrawn']
    const all = [...kinds, 'case.lapsed']
    await deliverEvents(zone.kernel, Object.fromEntries(all.map((one) => [one, [hear]])))
    return types
  }
  const people = { management, signer, operator, another }
  return { ...office, ...people, told, view, file, aFiledCase, endSilence }
}
