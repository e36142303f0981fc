import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { type CaseOffice, openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { withClient } from '../kernel/database/index.ts'
import { type Actor, reader, VISITOR, type WriteTx, writer } from '../kernel/index.ts'
import { acts, objections } from './index.ts'
import type { Tables } from './tables.ts'

useDocuments()

const TABLES = [
  'calls',
  'cases',
  'case_board',
  'filings',
  'case_experts',
  'judgements',
  'opinion_words',
  'notices',
  'notice_cases',
  'objections',
  'objectors',
] as const

/** How many rows of each table an actor may read, past every use case. */
function seenBy(at: CaseOffice, actor: Actor): Promise<Record<string, number>> {
  return at.zone.reading(actor, async (tx) => {
    const counts: Record<string, number> = {}
    for (const table of TABLES) {
      const { rows } = await reader<Tables>(tx)
        .selectFrom(table)
        .select((one) => one.fn.countAll<bigint>().as('rows'))
        .execute()
        .then((found) => ({ rows: found }))
      counts[table] = Number(rows[0]?.rows)
    }
    return counts
  })
}

async function withObjection() {
  const at = await openCaseOffice()
  const caseId = await at.aCaseAt('deliberated')
  const noticeId = await at.publicise(caseId)
  await at.zone.writing(VISITOR, (tx) =>
    objections.lodge(tx, {
      noticeId,
      caseId,
      name: '张三',
      contact: '13900000000',
      grounds: '面积不实，附照片和说明。',
    }),
  )
  return { at, caseId }
}

describe('row-level security of the room', () => {
  test('is on and forced on every table', async () => {
    const { zone } = await openCaseOffice()
    const rows = await withClient(zone.adminUrl, async (client) => {
      const found = await client.query<{ relname: string }>(
        `select relname from pg_class where relname = any ($1)
           and relrowsecurity and relforcerowsecurity`,
        [[...TABLES]],
      )
      return found.rows
    })
    expect(rows.map((row) => row.relname).sort()).toEqual([...TABLES].sort())
  })

  test('a visitor reads calls, notices and what stands on a running notice; nothing else', async () => {
    const { at } = await withObjection()
    expect(await seenBy(at, VISITOR)).toEqual({
      calls: 1,
      cases: 0,
      case_board: 1,
      filings: 0,
      case_experts: 0,
      judgements: 0,
      opinion_words: 0,
      notices: 1,
      notice_cases: 1,
      objections: 0,
      objectors: 0,
    })
  })

  test('the party reads its case and the district’s answers, no expert and no objector', async () => {
    const { at } = await withObjection()
    expect(await seenBy(at, at.applicant)).toMatchObject({
      cases: 1,
      filings: 1,
      case_experts: 0,
      judgements: 1,
      opinion_words: 0,
      objections: 1,
      objectors: 0,
    })
  })

  test('another district and another applicant read no more than a visitor', async () => {
    const { at } = await withObjection()
    const stranger = await at.zone.anApplicant()
    const visitor = await seenBy(at, VISITOR)
    expect(await seenBy(at, at.otherDistrict)).toEqual(visitor)
    expect(await seenBy(at, stranger)).toEqual(visitor)
  })

  test('an expert reads the case assigned to them and their own answers', async () => {
    const { at } = await withObjection()
    const [first, , , notAssigned] = at.experts
    if (!first || !notAssigned) throw new Error('no experts')
    expect(await seenBy(at, first)).toMatchObject({ cases: 1, case_experts: 1, judgements: 2 })
    expect(await seenBy(at, notAssigned)).toEqual(await seenBy(at, VISITOR))
  })

  test('the city reads all of it', async () => {
    const { at } = await withObjection()
    expect(await seenBy(at, at.city)).toMatchObject({
      case_experts: 3,
      judgements: 4,
      opinion_words: 0,
      objectors: 1,
    })
  })

  test('a draft is its party’s alone, past every use case', async () => {
    const at = await openCaseOffice()
    await at.aDraft()
    expect((await seenBy(at, at.applicant)).cases).toBe(1)
    expect((await seenBy(at, at.district)).cases).toBe(0)
  })

  test('nobody writes into another’s case, rewrites a filing or a notice, or judges for another', async () => {
    const { at, caseId } = await withObjection()
    const stranger = await at.zone.anApplicant()
    const changed = await at.zone.writing(stranger, async (tx) => {
      const { numUpdatedRows } = await writer<Tables>(tx)
        .updateTable('cases')
        .set({ revision: 99 })
        .where('id', '=', caseId)
        .executeTakeFirst()
      return numUpdatedRows
    })
    expect(changed).toBe(0n)
    const forbidden: ((tx: WriteTx) => Promise<unknown>)[] = [
      (tx) => sql`update filings set hash = hash`.execute(writer(tx)),
      (tx) => sql`update notices set until_on = from_on + 1`.execute(writer(tx)),
      (tx) => sql`update judgements set answer = 'met'`.execute(writer(tx)),
      (tx) => sql`delete from objections`.execute(writer(tx)),
      (tx) => sql`delete from cases`.execute(writer(tx)),
      (tx) =>
        sql`insert into judgements select zone_id, case_id, 'lawful', ${at.city.person}::uuid, true,
          'x', 'met', 'x', answered_on from judgements limit 1`.execute(writer(tx)),
    ]
    for (const write of forbidden) {
      await expect(at.zone.writing(at.district, write)).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('another zone sees nothing of this one', async () => {
    const { at } = await withObjection()
    const other = await openCaseOffice()
    const seen = await seenBy(other, other.city)
    expect(seen).toMatchObject({ calls: 1, cases: 0, notices: 0 })
    await expect(
      other.zone.writing(other.signer, (tx) =>
        acts.decide(tx, { caseId: at.call as never, reason: '任何理由' }),
      ),
    ).rejects.toMatchObject({ code: 'case.not-found' })
  })
})
