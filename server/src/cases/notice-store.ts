import type { Selectable } from 'kysely'
import { type Day, type ReadTx, reader, type WriteTx, writer } from '../kernel/index.ts'
import type { CaseId, NoticeId, ObjectionId } from './ids.ts'
import { stored, type Tables } from './tables.ts'

export type NoticeRow = Omit<
  Selectable<Tables['notices']>,
  'zone_id' | 'closed_announced' | 'ending_announced'
>
export type ObjectionRow = Omit<Selectable<Tables['objections']>, 'zone_id' | 'key_hash'>
export type Objector = Omit<Tables['objectors'], 'zone_id' | 'objection_id'>

export async function insertNotice(
  tx: WriteTx,
  notice: NoticeRow,
  cases: readonly CaseId[],
): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('notices')
    .values({
      ...notice,
      zone_id: tx.zone,
      title: stored(notice.title),
      measure: stored(notice.measure),
      counted: stored(notice.counted),
      list: stored(notice.list),
      contact: stored(notice.contact),
      closed_announced: false,
    })
    .execute()
  await writer<Tables>(tx)
    .insertInto('notice_cases')
    .values(cases.map((id) => ({ zone_id: tx.zone, notice_id: notice.id, case_id: id })))
    .execute()
}

export async function findNotice(tx: ReadTx, id: NoticeId): Promise<NoticeRow | undefined> {
  return noticeRows(tx).where('id', '=', id).executeTakeFirst()
}

export async function selectNotices(tx: ReadTx): Promise<NoticeRow[]> {
  return noticeRows(tx).orderBy('from_on', 'desc').orderBy('id', 'desc').limit(200).execute()
}

/** Objections by notice, as far as the viewer may see them. */
export async function countObjections(tx: ReadTx): Promise<Map<NoticeId, number>> {
  const rows = await reader<Tables>(tx)
    .selectFrom('objections')
    .select((one) => ['notice_id', one.fn.countAll<bigint>().as('made')])
    .where('zone_id', '=', tx.zone)
    .groupBy('notice_id')
    .execute()
  return new Map(rows.map((row) => [row.notice_id, Number(row.made)]))
}

/** Notes notices whose last day has passed; answers those noted now. */
export async function markEnded(
  tx: WriteTx,
): Promise<{ id: NoticeId; number: string; until: Day }[]> {
  const rows = await writer<Tables>(tx)
    .updateTable('notices')
    .set({ closed_announced: true })
    .where('zone_id', '=', tx.zone)
    .where('closed_announced', '=', false)
    .where('until_on', '<', tx.today)
    .returning(['id', 'number', 'until_on'])
    .execute()
  return rows.map((row) => ({ id: row.id, number: row.number, until: row.until_on }))
}

/** Notes notices that end by that day and still run; answers those noted now. */
export async function markEnding(
  tx: WriteTx,
  by: Day,
): Promise<{ id: NoticeId; number: string; until: Day }[]> {
  const rows = await writer<Tables>(tx)
    .updateTable('notices')
    .set({ ending_announced: true })
    .where('zone_id', '=', tx.zone)
    .where('ending_announced', '=', false)
    .where('until_on', '>=', tx.today)
    .where('until_on', '<=', by)
    .returning(['id', 'number', 'until_on'])
    .execute()
  return rows.map((row) => ({ id: row.id, number: row.number, until: row.until_on }))
}

/**
 * What is said lies in one table, who said it in another with a narrower policy. False when the
 * same person said the same before; the caller refuses, which takes the first row back.
 */
export async function insertObjection(
  tx: WriteTx,
  objection: ObjectionRow & Pick<Tables['objections'], 'key_hash'>,
  objector: Objector,
): Promise<boolean> {
  await writer<Tables>(tx)
    .insertInto('objections')
    .values({ ...objection, zone_id: tx.zone })
    .execute()
  const { numInsertedOrUpdatedRows } = await writer<Tables>(tx)
    .insertInto('objectors')
    .values({ ...objector, zone_id: tx.zone, objection_id: objection.id })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** How many objections of one contact to one notice there are; its hash was taken up before. */
export async function countOfContact(tx: ReadTx, contactHash: string): Promise<number> {
  const { made } = await reader<Tables>(tx)
    .selectFrom('objectors')
    .select((one) => one.fn.countAll<bigint>().as('made'))
    .where('zone_id', '=', tx.zone)
    .where('contact_hash', '=', contactHash)
    .executeTakeFirstOrThrow()
  return Number(made)
}

export async function findObjection(
  tx: ReadTx,
  id: ObjectionId,
): Promise<ObjectionRow | undefined> {
  return objectionRows(tx).where('id', '=', id).executeTakeFirst()
}

export type AnsweredObjection = Pick<
  ObjectionRow,
  'id' | 'answered_on' | 'upheld' | 'answer' | 'answered_by'
>

export async function writeAnswer(tx: WriteTx, answered: AnsweredObjection): Promise<void> {
  const { id, ...answer } = answered
  await writer<Tables>(tx)
    .updateTable('objections')
    .set(answer)
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .where('answered_on', 'is', null)
    .execute()
}

export type NamedObjection = ObjectionRow & {
  readonly name: string | null
  readonly contact: string | null
}

/** The objections to a case; name and contact only where row-level security lets the viewer see them. */
export async function selectObjections(tx: ReadTx, id: CaseId): Promise<NamedObjection[]> {
  return reader<Tables>(tx)
    .selectFrom('objections')
    .leftJoin('objectors', (join) =>
      join
        .onRef('objectors.zone_id', '=', 'objections.zone_id')
        .onRef('objectors.objection_id', '=', 'objections.id'),
    )
    .select(['id', 'number', 'notice_id', 'case_id', 'grounds', 'digest', 'made_on', 'answered_on'])
    .select(['upheld', 'answer', 'answered_by', 'objectors.name', 'objectors.contact'])
    .where('objections.zone_id', '=', tx.zone)
    .where('case_id', '=', id)
    .orderBy('id')
    .execute()
}

function noticeRows(tx: ReadTx) {
  return reader<Tables>(tx)
    .selectFrom('notices')
    .select(['id', 'number', 'title', 'pack', 'version', 'measure', 'cite', 'from_on', 'until_on'])
    .select(['working_days', 'counted', 'list', 'hash', 'contact'])
    .where('zone_id', '=', tx.zone)
}

function objectionRows(tx: ReadTx) {
  return reader<Tables>(tx)
    .selectFrom('objections')
    .select(['id', 'number', 'notice_id', 'case_id', 'grounds', 'digest', 'made_on', 'answered_on'])
    .select(['upheld', 'answer', 'answered_by'])
    .where('zone_id', '=', tx.zone)
}
