import { boardOf } from '../src/cases/append.ts'
import type { CaseState } from '../src/cases/case.ts'
import { countedWords, deadlineOf } from '../src/cases/deadlines.ts'
import { hashOfList } from '../src/cases/publicise.ts'
import { sealOf } from '../src/cases/sealing.ts'
import { type Tables as CaseTables, stored } from '../src/cases/tables.ts'
import { newId, type WriteTx, writer } from '../src/kernel/index.ts'
import { type Ground, readersOf, type Seed } from './many-cases-plan.ts'
import { noticeOf } from './many-cases-record.ts'

export async function insertParties(tx: WriteTx, seeds: readonly Seed[]): Promise<void> {
  type Tables = { parties: Record<string, unknown> }
  await writer<Tables>(tx)
    .insertInto('parties')
    .values(
      seeds.map((seed) => ({
        zone_id: tx.zone,
        party_id: seed.party,
        kind: 'enterprise',
        name: seed.name,
        credit_code: seed.code,
        district: seed.office.district,
        office_id: seed.office.id,
        registered_on: seed.start,
        written: `${seed.name} ${seed.code}`.toLowerCase(),
      })),
    )
    .execute()
}

export async function insertCases(
  tx: WriteTx,
  ground: Ground,
  seeds: readonly Seed[],
): Promise<void> {
  await writer<CaseTables>(tx)
    .insertInto('cases')
    .values(
      seeds.map((seed) => ({
        zone_id: tx.zone,
        id: seed.id,
        call_id: ground.call.id,
        service: ground.service.name,
        party_id: seed.party,
        office_id: seed.office.id,
        district: seed.office.district ?? '',
        readers: readersOf(seed),
        answers: stored(ground.facts),
        partner: null,
        partner_id: null,
        marks: stored({}),
        revision: 1,
        saved_at: tx.now,
        started_on: seed.start,
      })),
    )
    .execute()
}

export async function insertFilings(
  tx: WriteTx,
  ground: Ground,
  seeds: readonly Seed[],
): Promise<void> {
  const { call, program, service, facts } = ground
  const papers = service.papers.map(({ name }) => ({
    paper: name,
    files: [
      {
        id: newId(),
        name: `${name}.pdf`,
        media: 'application/pdf',
        size: 1000,
        sha256: '0'.repeat(64),
        uploadedOn: ground.today,
      },
    ],
  }))
  const lineage = Object.entries(facts).map(([name, value]) => ({
    name,
    value,
    source: { zh: '申报单位填报', en: 'Stated by the applicant' },
    recordedOn: null,
    verifiedOn: null,
    verifiedBy: null,
  }))
  const filed = seeds.filter((seed) => seed.acts.includes('file'))
  if (filed.length === 0) return
  await writer<CaseTables>(tx)
    .insertInto('filings')
    .values(
      filed.map((seed) => ({
        zone_id: tx.zone,
        id: seed.filing,
        case_id: seed.id,
        ordinal: 1,
        receipt: `申〔2026〕${seed.index + 1}号`,
        filed_on: seed.start,
        facts: stored(facts),
        lineage: stored(lineage),
        papers: stored(papers),
        partner: null,
        digest: program.digest,
        hash: sealOf({
          case: seed.id,
          ordinal: 1,
          call: call.number,
          service: service.name,
          pack: program.pack,
          version: program.version,
          digest: program.digest,
          party: { id: seed.party, name: seed.name, creditCode: seed.code },
          partner: null,
          facts,
          papers,
          filedOn: seed.start,
        }),
      })),
    )
    .execute()
}

export async function insertBoards(
  tx: WriteTx,
  ground: Ground,
  { seeds, states }: { seeds: readonly Seed[]; states: readonly CaseState[] },
): Promise<void> {
  const { service, call, calendar, today } = ground
  const rows = seeds.flatMap((seed, index) => {
    const state = states[index]
    if (!state) return []
    const due = deadlineOf(state, {
      service,
      limits: call.limits,
      closesOn: call.closes_on,
      calendar,
      today,
    })
    const board = boardOf(state, ground, due?.on ?? null)
    return [
      {
        ...board,
        state: stored(board.state),
        zone_id: tx.zone,
        case_id: seed.id,
        call_id: call.id,
        service: service.name,
        service_title: stored(service.title),
        party_id: seed.party,
        party_name: seed.name,
        office_id: seed.office.id,
        district: seed.office.district ?? '',
        readers: readersOf(seed),
        pack: call.pack,
        search: `${seed.name} ${seed.code}`.toLowerCase(),
        waiting_experts: [],
      },
    ]
  })
  await writer<CaseTables>(tx).insertInto('case_board').values(rows).execute()
}

export async function insertNotice(
  tx: WriteTx,
  ground: Ground,
  seeds: readonly Seed[],
): Promise<void> {
  const id = noticeOf.get(ground)
  if (!id) return
  const { program, service, calendar, today } = ground
  const listed = seeds.filter((seed) => seed.acts.includes('publicise'))
  const until = calendar.addWorkingDays(today, 5)
  const list = listed.map((seed) => ({
    caseId: seed.id,
    party: seed.name,
    creditCode: seed.code,
    district: seed.office.district ?? '',
    title: service.grants?.title ?? service.title,
  }))
  await writer<CaseTables>(tx)
    .insertInto('notices')
    .values({
      zone_id: tx.zone,
      id,
      number: `公示种〔2026〕${id.slice(-12)}号`,
      title: stored({ zh: '拟认定名单公示', en: 'Notice of the proposed list' }),
      pack: program.pack,
      version: program.version,
      measure: stored(program.title),
      cite: service.cite,
      from_on: today,
      until_on: until,
      working_days: 5,
      counted: stored(countedWords(calendar, today, until)),
      list: stored(list),
      hash: hashOfList(list, { from: today, until }),
      contact: stored({ zh: '市科技局', en: 'City Bureau' }),
      closed_announced: false,
    })
    .execute()
  await writer<CaseTables>(tx)
    .insertInto('notice_cases')
    .values(listed.map((seed) => ({ zone_id: tx.zone, notice_id: id, case_id: seed.id })))
    .execute()
}
