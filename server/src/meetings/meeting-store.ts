import { sql } from 'kysely'
import {
  type Day,
  listRecord,
  type ReadTx,
  reader,
  refusal,
  type WriteTx,
  writer,
  type ZoneId,
} from '../kernel/index.ts'
import { foldMeeting, type MeetingId, type MeetingState } from './meeting.ts'

type Tables = {
  meetings: {
    zone_id: ZoneId
    id: MeetingId
    number: string
    title: string
    held_on: Day
    revision: number
    closed_on: Day | null
  }
}

export const subjectOf = (id: MeetingId) => ({ kind: 'meeting', id })

export type MeetingRow = Pick<
  Tables['meetings'],
  'id' | 'number' | 'title' | 'held_on' | 'closed_on'
>

export async function insertMeeting(
  tx: WriteTx,
  row: Omit<MeetingRow, 'closed_on'>,
): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('meetings')
    .values({ ...row, zone_id: tx.zone, revision: 1, closed_on: null })
    .execute()
}

/**
 * The latest first, at most 200.
 * @param like a pattern of LIKE that number or title holds; every meeting without
 */
export function selectMeetings(tx: ReadTx, like?: string): Promise<MeetingRow[]> {
  return reader<Tables>(tx)
    .selectFrom('meetings')
    .select(['id', 'number', 'title', 'held_on', 'closed_on'])
    .where('zone_id', '=', tx.zone)
    .$if(like !== undefined, (query) =>
      query.where((one) =>
        one.or([one('number', 'ilike', like ?? ''), one('title', 'ilike', like ?? '')]),
      ),
    )
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

/** Refuses `meeting.not-found`. */
export async function readMeeting(tx: ReadTx, id: MeetingId): Promise<MeetingState> {
  const state = foldMeeting(await listRecord(tx, subjectOf(id)))
  return state ?? refusal('meeting.not-found')
}

/**
 * The meeting, locked until the transaction ends: who acts in it at once acts one after the other.
 * Refuses `meeting.closed` and `meeting.not-found`.
 */
export async function lockMeeting(tx: WriteTx, id: MeetingId): Promise<MeetingState> {
  const { numUpdatedRows } = await writer<Tables>(tx)
    .updateTable('meetings')
    .set({ revision: sql<number>`revision + 1` })
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .where('closed_on', 'is', null)
    .executeTakeFirstOrThrow()
  const state = await readMeeting(tx, id)
  if (numUpdatedRows !== 1n) refusal('meeting.closed', { on: state.closed?.on ?? '' })
  return state
}

export async function markClosed(tx: WriteTx, id: MeetingId): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('meetings')
    .set({ closed_on: tx.today })
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .execute()
}
