import type { Answer, Facts } from '@banfa/policy/run'
import { type Selectable, sql } from 'kysely'
import {
  type Day,
  type Instant,
  type PartyId,
  type ReadTx,
  reader,
  type WriteTx,
  writer,
  type ZoneId,
} from '../kernel/index.ts'
import type { Among, Entitlement, PartyFacts } from './entitlement.ts'
import type { MatchedFacts } from './matched-facts.ts'

export type Tables = {
  matched_facts: {
    zone_id: ZoneId
    digest: string
    party_id: PartyId
    party_kind: string
    district: string | null
    given: unknown
    facts: unknown
    lists: unknown
    stated: readonly string[]
    left_out: readonly string[]
  }
  entitlements: {
    zone_id: ZoneId
    party_id: PartyId
    district: string | null
    pack: string
    service: string
    version: string
    digest: string
    on_day: Day
    answer: Answer
    codes: string
    amount: string | null
    payable: string | null
    answered_at: Instant
  }
}

/** Keeps parties' facts as a program reads them, in place of what was kept before. */
export async function keepMatchedFacts(
  tx: WriteTx,
  digest: string,
  all: readonly MatchedFacts[],
): Promise<void> {
  if (all.length === 0) return
  await writer<Tables>(tx)
    .insertInto('matched_facts')
    .values(
      all.map(({ of, given, rows, stated, leftOut }) => ({
        zone_id: tx.zone,
        digest,
        party_id: of.party,
        party_kind: of.kind,
        district: of.district ?? null,
        given: JSON.stringify(given),
        facts: JSON.stringify(rows.firm),
        lists: JSON.stringify(rows.lists),
        stated,
        left_out: leftOut,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['zone_id', 'digest', 'party_id']).doUpdateSet((from) => ({
        party_kind: from.ref('excluded.party_kind'),
        district: from.ref('excluded.district'),
        given: from.ref('excluded.given'),
        facts: from.ref('excluded.facts'),
        lists: from.ref('excluded.lists'),
        stated: from.ref('excluded.stated'),
        left_out: from.ref('excluded.left_out'),
      })),
    )
    .execute()
}

export async function keepEntitlements(tx: WriteTx, all: readonly Entitlement[]): Promise<void> {
  if (all.length === 0) return
  await writer<Tables>(tx)
    .insertInto('entitlements')
    .values(
      all.map(({ party, on, answeredAt, ...one }) => ({
        ...one,
        zone_id: tx.zone,
        party_id: party,
        on_day: on,
        answered_at: answeredAt,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['zone_id', 'party_id', 'pack', 'service']).doUpdateSet((from) => ({
        district: from.ref('excluded.district'),
        version: from.ref('excluded.version'),
        digest: from.ref('excluded.digest'),
        on_day: from.ref('excluded.on_day'),
        answer: from.ref('excluded.answer'),
        codes: from.ref('excluded.codes'),
        amount: from.ref('excluded.amount'),
        payable: from.ref('excluded.payable'),
        answered_at: from.ref('excluded.answered_at'),
      })),
    )
    .execute()
}

/** Names that have a state beside their value in some party's facts. */
export async function selectStated(tx: ReadTx, digest: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select distinct n.name from matched_facts m cross join lateral unnest(m.stated) as n(name)
    where m.zone_id = ${tx.zone} and m.digest = ${digest}`.execute(reader<Tables>(tx))
  return new Set(rows.map(({ name }) => name))
}

/** Those of the parties whose facts are kept for the program. */
export async function selectMatched(
  tx: ReadTx,
  digest: string,
  ids: readonly PartyId[],
): Promise<ReadonlySet<PartyId>> {
  if (ids.length === 0) return new Set()
  const rows = await reader<Tables>(tx)
    .selectFrom('matched_facts')
    .select('party_id')
    .where('zone_id', '=', tx.zone)
    .where('digest', '=', digest)
    .where('party_id', 'in', ids)
    .execute()
  return new Set(rows.map((row) => row.party_id))
}

/** Parties with the facts kept for a program, in the order of their ids. */
export async function selectGivenAfter(
  tx: ReadTx,
  asked: Among & { readonly digest: string; readonly limit: number },
): Promise<PartyFacts[]> {
  const all = reader<Tables>(tx)
    .selectFrom('matched_facts')
    .select(['party_id as party', 'party_kind as kind', 'district', 'given'])
    .where('zone_id', '=', tx.zone)
    .where('digest', '=', asked.digest)
    .orderBy('party_id')
    .limit(asked.limit)
  const from = asked.after === null ? all : all.where('party_id', '>', asked.after)
  const page = asked.last === null ? from : from.where('party_id', '<=', asked.last)
  return (await page.execute()).map(({ given, ...of }) => ({ ...of, facts: given as Facts }))
}

export async function findGiven(
  tx: ReadTx,
  { digest, party }: Pick<Entitlement, 'digest' | 'party'>,
): Promise<Facts | null> {
  const row = await reader<Tables>(tx)
    .selectFrom('matched_facts')
    .select('given')
    .where('zone_id', '=', tx.zone)
    .where('digest', '=', digest)
    .where('party_id', '=', party)
    .executeTakeFirst()
  return (row?.given as Facts | undefined) ?? null
}

export async function selectEntitlements(tx: ReadTx, party: PartyId): Promise<Entitlement[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('entitlements')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .where('party_id', '=', party)
    .orderBy('pack')
    .orderBy('service')
    .execute()
  return rows.map(toEntitlement)
}

export function toEntitlement(row: Selectable<Tables['entitlements']>): Entitlement {
  const { party_id: party, on_day: on, answered_at: answeredAt, zone_id: _, ...rest } = row
  return { ...rest, party, on, answeredAt }
}

/** The facts kept of every party; their answers stay until they are made anew. */
export async function dropMatched(tx: WriteTx): Promise<void> {
  await writer<Tables>(tx).deleteFrom('matched_facts').where('zone_id', '=', tx.zone).execute()
}

/** What rests on programs that are no longer in force goes. */
export async function dropAllBut(
  tx: WriteTx,
  digests: readonly string[],
  { after, last }: Among,
): Promise<void> {
  for (const table of ['entitlements', 'matched_facts'] as const) {
    const all = writer<Tables>(tx).deleteFrom(table).where('zone_id', '=', tx.zone)
    const from = after === null ? all : all.where('party_id', '>', after)
    const among = last === null ? from : from.where('party_id', '<=', last)
    await (digests.length === 0 ? among : among.where('digest', 'not in', digests)).execute()
  }
}
