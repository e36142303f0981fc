import { type Selectable, sql } from 'kysely'
import {
  type Instant,
  type Json,
  type PartyId,
  type ReadTx,
  reader,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import type { FactEntry, FactRecord, FactSubject } from './fact.ts'
import type { Tables } from './tables.ts'

export async function insertFacts(
  tx: WriteTx,
  party: PartyId,
  facts: readonly FactEntry[],
): Promise<void> {
  if (facts.length === 0) return
  await writer<Tables>(tx)
    .insertInto('facts')
    .values(facts.map((fact) => toRow(tx, party, fact)))
    .execute()
}

function toRow(tx: WriteTx, party: PartyId, fact: FactEntry) {
  return {
    zone_id: tx.zone,
    fact_id: fact.id,
    party_id: party,
    subject: fact.subject,
    name: fact.name,
    value: JSON.stringify(fact.value),
    source_kind: fact.source.kind,
    source_zh: fact.source.title.zh,
    source_en: fact.source.title.en,
    period_from: fact.period?.from ?? null,
    period_until: fact.period?.until ?? null,
    recorded_on: fact.recordedOn,
    recorded_at: fact.recordedAt,
    recorded_by: fact.recordedBy.id,
    recorded_by_name: fact.recordedBy.name,
    verified_on: fact.verifiedOn,
    verified_by: fact.verifiedBy,
  }
}

/**
 * One value a fact: of the newest period, a verified one before a declared one, then the newest.
 * A standing fact has no period and stands for any.
 */
export async function selectCurrent(tx: ReadTx, party: PartyId): Promise<FactRecord[]> {
  return (await selectCurrentOf(tx, [party])).get(party) ?? []
}

/** The same for several parties in one statement. */
export async function selectCurrentOf(
  tx: ReadTx,
  ids: readonly PartyId[],
): Promise<ReadonlyMap<PartyId, FactRecord[]>> {
  if (ids.length === 0) return new Map()
  const rows = await reader<Tables>(tx)
    .selectFrom('facts')
    .distinctOn(['party_id', 'subject', 'name'])
    .selectAll()
    .select(sql<bigint>`count(*) over (partition by party_id, subject, name)`.as('entries'))
    .where('zone_id', '=', tx.zone)
    .where('party_id', 'in', ids)
    .orderBy('party_id')
    .orderBy('subject')
    .orderBy('name')
    .orderBy('period_until', (order) => order.desc().nullsFirst())
    .orderBy(sql`verified_on is null`)
    .orderBy('ord', 'desc')
    .execute()
  const of = new Map<PartyId, FactRecord[]>()
  for (const row of rows) {
    const known = { locked: row.verified_on !== null, entries: Number(row.entries) }
    of.set(row.party_id, [...(of.get(row.party_id) ?? []), { ...toEntry(row), ...known }])
  }
  return of
}

/** Newest first. */
export async function selectHistory(
  tx: ReadTx,
  of: { party: PartyId; subject: FactSubject; name: string },
): Promise<FactEntry[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('facts')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .where('party_id', '=', of.party)
    .where('subject', '=', of.subject)
    .where('name', '=', of.name)
    .orderBy('ord', 'desc')
    .execute()
  return rows.map(toEntry)
}

function toEntry(row: Selectable<Tables['facts']>): FactEntry {
  const { period_from: from, period_until: until } = row
  return {
    id: row.fact_id as FactEntry['id'],
    subject: row.subject,
    name: row.name,
    value: row.value as Json,
    source: { kind: row.source_kind, title: { zh: row.source_zh, en: row.source_en } },
    period: from !== null && until !== null ? { from, until } : null,
    recordedOn: row.recorded_on,
    recordedAt: row.recorded_at as Instant,
    recordedBy: { id: row.recorded_by, name: row.recorded_by_name },
    verifiedOn: row.verified_on,
    verifiedBy: row.verified_by,
  }
}
