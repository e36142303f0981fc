import { type Selectable, sql } from 'kysely'
import {
  type Day,
  type PartyId,
  type PersonId,
  type ReadTx,
  reader,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import type { CaseId } from './ids.ts'
import { stored, type Tables } from './tables.ts'

export type BoardRow = Omit<Selectable<Tables['case_board']>, 'zone_id'>

/** What moves when an act happens; the rest of a row says whose case it is. */
export type BoardMove = Pick<
  BoardRow,
  'stage' | 'stage_on' | 'is_open' | 'due_on' | 'sort_day' | 'waits_for' | 'number' | 'state'
> & { readonly last_seq: number; readonly waiting_experts?: PersonId[] }

/** Whether the row was added: no, when the party has an open case for the service. */
export async function insertBoard(
  tx: WriteTx,
  row: Omit<BoardRow, 'last_seq'> & { last_seq: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await writer<Tables>(tx)
    .insertInto('case_board')
    .values({
      ...row,
      zone_id: tx.zone,
      service_title: stored(row.service_title),
      state: stored(row.state),
    })
    .onConflict((conflict) =>
      conflict.columns(['zone_id', 'party_id', 'service']).where(sql<boolean>`is_open`).doNothing(),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Locks the case until the transaction ends: of two acts on one case the second waits, then reads anew. */
export async function lockBoard(tx: WriteTx, id: CaseId): Promise<BoardRow | undefined> {
  return writer<Tables>(tx)
    .selectFrom('case_board')
    .select(BOARD)
    .where('zone_id', '=', tx.zone)
    .where('case_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function findBoard(tx: ReadTx, id: CaseId): Promise<BoardRow | undefined> {
  return reader<Tables>(tx)
    .selectFrom('case_board')
    .select(BOARD)
    .where('zone_id', '=', tx.zone)
    .where('case_id', '=', id)
    .executeTakeFirst()
}

export async function moveBoard(tx: WriteTx, id: CaseId, move: BoardMove): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('case_board')
    .set({ ...move, state: stored(move.state) })
    .where('zone_id', '=', tx.zone)
    .where('case_id', '=', id)
    .execute()
}

/** The party's name on its open cases; searches find the one before as well. */
export async function renameOnBoard(tx: WriteTx, party: PartyId, name: string): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('case_board')
    .set({ party_name: name, search: sql<string>`${`${name.toLowerCase()} `}::text || search` })
    .where('zone_id', '=', tx.zone)
    .where('party_id', '=', party)
    .where('is_open', '=', true)
    .execute()
}

/** Experts who still owe answers; their part of the queue. */
export async function setWaitingExperts(
  tx: WriteTx,
  id: CaseId,
  experts: readonly PersonId[],
): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('case_board')
    .set({ waiting_experts: [...experts] })
    .where('zone_id', '=', tx.zone)
    .where('case_id', '=', id)
    .execute()
}

const BOARD = [
  'case_id',
  'call_id',
  'service',
  'service_title',
  'party_id',
  'party_name',
  'office_id',
  'district',
  'readers',
  'pack',
  'number',
  'search',
  'stage',
  'stage_on',
  'is_open',
  'due_on',
  'sort_day',
  'waits_for',
  'waiting_experts',
  'state',
  'last_seq',
] as const

/** Rows of open cases: all, those due until a day, or those filed without a due day. */
export async function selectOpenBoards(
  tx: ReadTx,
  { until, uncounted }: { readonly until?: Day; readonly uncounted?: true },
): Promise<BoardRow[]> {
  return reader<Tables>(tx)
    .selectFrom('case_board')
    .select(BOARD)
    .where('zone_id', '=', tx.zone)
    .where('is_open', '=', true)
    .$if(until !== undefined, (query) => query.where('due_on', '<=', until ?? null))
    .$if(uncounted === true, (query) =>
      query.where('due_on', 'is', null).where('stage', 'not in', ['draft', 'returned']),
    )
    .orderBy('case_id')
    .execute()
}

/** Filed and open cases of a pack that another text than the one of this digest governs. */
export async function selectUnderOtherTexts(
  tx: ReadTx,
  of: { readonly pack: string; readonly digest: string; readonly most: number },
): Promise<{ readonly count: number; readonly boards: BoardRow[] }> {
  const governing = sql<string>`coalesce(state -> 'text' ->> 'digest', calls.digest)`
  const query = reader<Tables>(tx)
    .selectFrom('case_board')
    .innerJoin('calls', (join) =>
      join
        .onRef('calls.zone_id', '=', 'case_board.zone_id')
        .onRef('calls.id', '=', 'case_board.call_id'),
    )
    .where('case_board.zone_id', '=', tx.zone)
    .where('case_board.pack', '=', of.pack)
    .where('is_open', '=', true)
    .where('stage', '<>', 'draft')
    .where(governing, '<>', of.digest)
  const counted = await query
    .select((one) => one.fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow()
  const boards = await query
    .select(BOARD.map((column) => `case_board.${column}` as const))
    .orderBy('case_board.sort_day')
    .orderBy('case_board.case_id')
    .limit(of.most)
    .execute()
  return { count: Number(counted.count), boards }
}
