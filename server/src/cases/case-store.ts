import { type Selectable, sql } from 'kysely'
import {
  type Instant,
  type OfficeId,
  type PartyId,
  type ReadTx,
  reader,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import type { CaseId } from './ids.ts'
import { type Partner, stored, type Tables } from './tables.ts'

export type CaseData = Omit<Selectable<Tables['cases']>, 'zone_id'>
export type FilingRow = Omit<Selectable<Tables['filings']>, 'zone_id'>

export async function insertCase(tx: WriteTx, data: CaseData): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('cases')
    .values({
      ...data,
      zone_id: tx.zone,
      answers: stored(data.answers),
      marks: stored(data.marks),
      partner: data.partner && stored(data.partner),
    })
    .execute()
}

export async function findCaseData(tx: ReadTx, id: CaseId): Promise<CaseData | undefined> {
  return reader<Tables>(tx)
    .selectFrom('cases')
    .select(['id', 'call_id', 'service', 'party_id', 'office_id', 'district', 'readers'])
    .select(['answers', 'partner', 'partner_id', 'marks', 'revision', 'saved_at', 'started_on'])
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .executeTakeFirst()
}

export type Draft = {
  readonly id: CaseId
  readonly answers: CaseData['answers']
  readonly partner: Partner | null
  readonly marks: CaseData['marks']
  readonly revision: number
  readonly savedAt: Instant
}

export async function writeDraft(tx: WriteTx, draft: Draft): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('cases')
    .set({
      answers: stored(draft.answers),
      partner: draft.partner && stored(draft.partner),
      marks: stored(draft.marks),
      revision: draft.revision,
      saved_at: draft.savedAt,
    })
    .where('zone_id', '=', tx.zone)
    .where('id', '=', draft.id)
    .execute()
}

export async function setPartner(tx: WriteTx, id: CaseId, partner: PartyId): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('cases')
    .set({ partner_id: partner })
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .execute()
}

/** Lets offices and experts see the case, besides those who see it already. */
export async function addReaders(
  tx: WriteTx,
  id: CaseId,
  readers: readonly string[],
): Promise<void> {
  if (readers.length === 0) return
  const wanted = sql`(select array_agg(distinct one) from unnest(readers || ${[...readers]}::uuid[]) one)`
  await writer<Tables>(tx)
    .updateTable('cases')
    .set({ readers: sql<string[]>`${wanted}` })
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .execute()
  await writer<Tables>(tx)
    .updateTable('case_board')
    .set({ readers: sql<string[]>`${wanted}` })
    .where('zone_id', '=', tx.zone)
    .where('case_id', '=', id)
    .execute()
}

/** Takes the case out of somebody's sight. */
export async function removeReader(tx: WriteTx, id: CaseId, whose: string): Promise<void> {
  const readers = sql<string[]>`array_remove(readers, ${whose}::uuid)`
  await writer<Tables>(tx)
    .updateTable('case_board')
    .set({ readers })
    .where('zone_id', '=', tx.zone)
    .where('case_id', '=', id)
    .execute()
  await writer<Tables>(tx)
    .updateTable('cases')
    .set({ readers })
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .execute()
}

/** The case belongs to another office from now on. */
export async function moveToOffice(
  tx: WriteTx,
  id: CaseId,
  to: { readonly office: OfficeId; readonly district: string },
): Promise<void> {
  const belongs = { office_id: to.office, district: to.district }
  const write = writer<Tables>(tx)
  await write
    .updateTable('cases')
    .set(belongs)
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .execute()
  await write
    .updateTable('case_board')
    .set(belongs)
    .where('zone_id', '=', tx.zone)
    .where('case_id', '=', id)
    .execute()
}

export async function insertFiling(tx: WriteTx, filing: FilingRow): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('filings')
    .values({
      ...filing,
      zone_id: tx.zone,
      facts: stored(filing.facts),
      lineage: stored(filing.lineage),
      papers: stored(filing.papers),
      partner: filing.partner && stored(filing.partner),
    })
    .execute()
}

/** The filing that counts: the last one. */
export async function findFiling(tx: ReadTx, id: CaseId): Promise<FilingRow | undefined> {
  return filingRows(tx, id).limit(1).executeTakeFirst()
}

/** All filings, the last first. */
export async function selectFilings(tx: ReadTx, id: CaseId): Promise<FilingRow[]> {
  return filingRows(tx, id).execute()
}

/** All filings of several cases, the last of each first, by case. */
export async function selectFilingsOf(
  tx: ReadTx,
  ids: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, readonly FilingRow[]>> {
  if (ids.length === 0) return new Map()
  const rows = await anyFilings(tx).where('case_id', 'in', ids).execute()
  return Map.groupBy(rows, (row) => row.case_id)
}

const filingRows = (tx: ReadTx, id: CaseId) => anyFilings(tx).where('case_id', '=', id)

function anyFilings(tx: ReadTx) {
  return reader<Tables>(tx)
    .selectFrom('filings')
    .select(['id', 'case_id', 'ordinal', 'receipt', 'filed_on', 'facts', 'lineage', 'papers'])
    .select(['partner', 'digest', 'hash'])
    .where('zone_id', '=', tx.zone)
    .orderBy('ordinal', 'desc')
}
