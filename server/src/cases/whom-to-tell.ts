import { listOffices } from '../identity/index.ts'
import { type OfficeId, type PartyId, type ReadTx, reader, type Words } from '../kernel/index.ts'
import { findBoard } from './board-store.ts'
import type { CaseId, NoticeId } from './ids.ts'
import type { Tables } from './tables.ts'

/** What a message about a case may say, and which party and offices it goes to; nobody by name. */
export type WhomToTell = {
  readonly id: CaseId
  readonly number: string | null
  readonly service: string
  readonly title: Words
  readonly party: PartyId
  readonly waitsForApplicant: boolean
  /** The offices it is for in the case's place: those the case waits for, the one in charge when none. */
  readonly offices: readonly OfficeId[]
}

/**
 * For the machine, which sees the zone; null when there is no such case.
 * @param keys keys of offices (`applicant` is the party) where these are not those the case waits for
 */
export async function whomToTell(
  tx: ReadTx,
  id: CaseId,
  keys?: readonly string[],
): Promise<WhomToTell | null> {
  const board = await findBoard(tx, id)
  if (!board) return null
  const named = keys ?? board.waits_for
  const waited = (await listOffices(tx)).filter(
    (one) =>
      one.level !== 'experts' &&
      named.includes(one.key) &&
      (one.district === null || one.district === board.district),
  )
  return {
    id,
    number: board.number,
    service: board.service,
    title: board.service_title,
    party: board.party_id,
    waitsForApplicant: named.includes('applicant'),
    offices: waited.length > 0 || keys ? waited.map((one) => one.id) : [board.office_id],
  }
}

/** The cases on a notice, for the machine. */
export async function listCasesOnNotice(tx: ReadTx, notice: NoticeId): Promise<CaseId[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('notice_cases')
    .select('case_id')
    .where('zone_id', '=', tx.zone)
    .where('notice_id', '=', notice)
    .orderBy('case_id')
    .execute()
  return rows.map((row) => row.case_id)
}
