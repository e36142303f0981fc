import { type Selectable, sql } from 'kysely'
import { type PartyId, type ReadTx, reader, type WriteTx, writer } from '../kernel/index.ts'
import type { CreditCode } from './credit-code.ts'
import { gramsOf, writtenOf } from './grams.ts'
import type { Carrier, Party } from './party.ts'
import type { Tables } from './tables.ts'

const parties = (tx: ReadTx) =>
  reader<Tables>(tx).selectFrom('parties').selectAll().where('zone_id', '=', tx.zone)

/** False when the credit code or the foreign registration is there already. */
export async function insertParty(tx: WriteTx, party: Party): Promise<boolean> {
  const answer = await writer<Tables>(tx)
    .insertInto('parties')
    .values({
      zone_id: tx.zone,
      party_id: party.id,
      kind: party.kind,
      name: party.name,
      name_en: party.nameEn,
      credit_code: party.creditCode,
      district: party.district,
      office_id: party.office,
      country: party.country,
      registration_number: party.registrationNumber,
      registered_on: party.registeredOn,
      written: writtenOf(party),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (answer.numInsertedOrUpdatedRows !== 1n) return false
  await writer<Tables>(tx)
    .insertInto('party_grams')
    .values(
      gramsOf(writtenOf(party)).map((gram) => ({ zone_id: tx.zone, gram, party_id: party.id })),
    )
    .execute()
  return true
}

export async function findParty(tx: ReadTx, id: PartyId): Promise<Party | null> {
  const row = await parties(tx).where('party_id', '=', id).executeTakeFirst()
  return row ? toParty(row) : null
}

export async function findByCode(tx: ReadTx, code: CreditCode): Promise<Party | null> {
  const row = await parties(tx).where('credit_code', '=', code).executeTakeFirst()
  return row ? toParty(row) : null
}

/** Which of the codes are there already. */
export async function selectKnownCodes(tx: ReadTx, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const rows = await reader<Tables>(tx)
    .selectFrom('parties')
    .select('credit_code')
    .where('zone_id', '=', tx.zone)
    .where('credit_code', 'in', codes as readonly CreditCode[])
    .execute()
  return rows.flatMap(({ credit_code }) => (credit_code === null ? [] : [credit_code]))
}

export async function findForeign(
  tx: ReadTx,
  of: Pick<Party, 'country' | 'registrationNumber'>,
): Promise<Party | null> {
  const row = await parties(tx)
    .where('country', '=', of.country)
    .where('registration_number', '=', of.registrationNumber)
    .executeTakeFirst()
  return row ? toParty(row) : null
}

export async function selectParties(tx: ReadTx, ids: readonly PartyId[]): Promise<Party[]> {
  if (ids.length === 0) return []
  const rows = await parties(tx).where('party_id', 'in', ids).execute()
  return rows.map(toParty)
}

/** In the order of their ids. */
export async function selectPartyIdsAfter(
  tx: ReadTx,
  { after, limit }: { readonly after: PartyId | null; readonly limit: number },
): Promise<PartyId[]> {
  const all = reader<Tables>(tx)
    .selectFrom('parties')
    .select('party_id')
    .where('zone_id', '=', tx.zone)
    .orderBy('party_id')
    .limit(limit)
  const page = after === null ? all : all.where('party_id', '>', after)
  return (await page.execute()).map((row) => row.party_id)
}

export type PartySearch = {
  /** Pairs of characters that must be there; none walks the names and compares each. */
  readonly grams: readonly string[]
  readonly pieces: readonly string[]
  readonly after: { readonly name: string; readonly id: string } | null
  readonly limit: number
}

/**
 * The rare ones among pairs of characters, the rarest first: those that fewer than `most` parties
 * have. Counting stops there, so that a pair everybody has costs no more than a rare one.
 */
export async function rareGrams(
  tx: ReadTx,
  grams: readonly string[],
  most: number,
): Promise<string[]> {
  if (grams.length === 0) return []
  const counted = sql<{ gram: string; rows: bigint }>`
    select w.gram, (
      select count(*) from (
        select 1 from party_grams g where g.zone_id = ${tx.zone} and g.gram = w.gram limit ${most}
      ) as counted
    ) as rows
    from unnest(${[...grams]}::text[]) as w (gram)
    order by rows`
  const { rows } = await counted.execute(reader<Tables>(tx))
  return rows.filter((row) => row.rows < most).map((row) => row.gram)
}

/** By name, keyset after `after`; pairs find the rows, LIKE drops those whose order differs. */
export async function searchByText(tx: ReadTx, search: PartySearch): Promise<Party[]> {
  let query = parties(tx)
  for (const gram of search.grams) {
    query = query.where('party_id', 'in', (from) =>
      from
        .selectFrom('party_grams')
        .select('party_id')
        .where('zone_id', '=', tx.zone)
        .where('gram', '=', gram),
    )
  }
  for (const piece of search.pieces) query = query.where('written', 'like', `%${escaped(piece)}%`)
  if (search.after) {
    query = query.where(
      sql<boolean>`(name, party_id) > (${search.after.name}, ${search.after.id}::uuid)`,
    )
  }
  const rows = await query.orderBy('name').orderBy('party_id').limit(search.limit).execute()
  return rows.map(toParty)
}

function escaped(piece: string): string {
  return piece.replaceAll(/[\\%_]/g, (character) => `\\${character}`)
}

/** False when the operator has a carrier of that name already. */
export async function insertCarrier(tx: WriteTx, carrier: Carrier): Promise<boolean> {
  const answer = await writer<Tables>(tx)
    .insertInto('carriers')
    .values({
      zone_id: tx.zone,
      carrier_id: carrier.id,
      operator_id: carrier.operator,
      name: carrier.name,
      name_en: carrier.nameEn,
      kind: carrier.kind,
      place: carrier.place,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return answer.numInsertedOrUpdatedRows === 1n
}

export async function selectCarriers(tx: ReadTx, operator: PartyId | 'all'): Promise<Carrier[]> {
  let query = reader<Tables>(tx)
    .selectFrom('carriers')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .orderBy('name')
  if (operator !== 'all') query = query.where('operator_id', '=', operator)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.carrier_id,
    operator: row.operator_id,
    name: row.name,
    nameEn: row.name_en,
    kind: row.kind,
    place: row.place,
  }))
}

function toParty(row: Selectable<Tables['parties']>): Party {
  return {
    id: row.party_id,
    kind: row.kind,
    name: row.name,
    nameEn: row.name_en,
    creditCode: row.credit_code,
    district: row.district,
    office: row.office_id,
    country: row.country,
    registrationNumber: row.registration_number,
    registeredOn: row.registered_on,
  }
}
