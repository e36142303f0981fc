import { sql } from 'kysely'
import { canonicalJson, sha256 } from '../canonical.ts'
import { instant } from '../day.ts'
import { type ReadTx, reader, type WriteTx } from '../transactions.ts'
import type { Json } from '../words.ts'

/**
 * A table whose rows are sealed into the record: what names a row (with the type of each part) and
 * the columns that count, in the order they are read. A column added later counts from the seal
 * that names it.
 */
export type SealedTable = {
  readonly table: string
  readonly key: readonly (readonly [column: string, type: 'uuid' | 'text' | 'integer'])[]
  readonly columns: readonly string[]
}

/** What an entry keeps of rows; all that is needed to compare them, with no other definition. */
export type RowSeal = SealedTable & {
  /** Each the parts of its key, joined by `/`. */
  readonly rows: readonly string[]
  readonly sha256: string
}

/** A row as PostgreSQL prints it: the same in a query and in a copy. */
export type RowText = { readonly key: string; readonly texts: readonly (string | null)[] }

const waiting = new WeakMap<WriteTx, RowSeal[]>()

/**
 * Seals rows as they now stand into the transaction's next entry (or one of their own before it
 * commits), so that `banfa verify` finds them altered by whoever may write to the database.
 * @param rows the parts of each key, joined by `/`
 */
export async function sealRows(
  tx: WriteTx,
  of: SealedTable,
  rows: readonly string[],
): Promise<void> {
  if (rows.length === 0) return
  const found = await selectTexts(tx, of, rows)
  if (found.length < new Set(rows).size) throw new Error(`${of.table}: a row to seal is not there`)
  sealTexts(tx, of, found)
}

/** The same for rows that the actor writes and may not read back. */
export function sealTexts(tx: WriteTx, of: SealedTable, rows: readonly RowText[]): void {
  const seal = { ...of, rows: rows.map(({ key }) => key).sort(), sha256: digestOfRows(rows) }
  waiting.set(tx, [...(waiting.get(tx) ?? []), seal])
}

/** Whether rows wait to be sealed. */
export const hasSeals = (tx: WriteTx) => waiting.has(tx)

/** The seals that wait for an entry; from now on none do. */
export function takeSeals(tx: WriteTx): readonly RowSeal[] {
  const seals = waiting.get(tx) ?? []
  waiting.delete(tx)
  return seals
}

/** An entry's detail with the seals beside what it says. */
export function withSeals(detail: Json, seals: readonly RowSeal[]): Json {
  if (seals.length === 0) return detail
  return { ...(detail as Readonly<Record<string, Json>> | null), rows: seals as unknown as Json }
}

/** What an entry sealed. */
export function sealsIn({ detail }: { readonly detail: Json }): readonly RowSeal[] {
  if (detail === null || typeof detail !== 'object' || !('rows' in detail)) return []
  const seals = (detail as { readonly rows: unknown }).rows
  return Array.isArray(seals) ? (seals as RowSeal[]).filter(isSeal) : []
}

/** SHA-256 over the rows in the order of their keys. */
export function digestOfRows(rows: readonly RowText[]): string {
  const sorted = rows.toSorted((one, other) => (one.key < other.key ? -1 : 1))
  return sha256(canonicalJson(sorted.map(({ key, texts }) => [key, texts.map(ofSession)])))
}

const TIMESTAMP = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:[.]\d+)?[+-]\d\d(?::?\d\d)?$/

/** An instant is spelled in the session's time zone; what it is does not depend on it. */
const ofSession = (text: string | null) =>
  text !== null && TIMESTAMP.test(text) ? instant(text.replace(' ', 'T')) : text

/** The rows of these keys, each column as text; those that are gone are missing. */
export async function selectTexts(
  tx: ReadTx,
  of: SealedTable,
  rows: readonly string[],
): Promise<RowText[]> {
  const key = sql`concat_ws('/', ${sql.join(of.key.map(([column]) => sql`${sql.ref(column)}::text`))})`
  // By the output function, as COPY prints it: a cast to text writes booleans otherwise.
  const texts = sql.join(
    of.columns
      .map((each) => sql.ref(each))
      .map((each) => sql`case when ${each} is not null then format('%s', ${each}) end`),
  )
  const [[first, type] = ['id', 'uuid']] = of.key
  const firsts = [...new Set(rows.map((one) => (of.key.length > 1 ? one.split('/')[0] : one)))]
  const found = await sql<RowText>`
    select ${key} as key, array[${texts}] as texts from ${sql.table(of.table)}
    where zone_id = ${tx.zone} and ${sql.ref(first)} = any (${firsts}::${sql.raw(type)}[])
      and ${key} = any (${[...rows]}::text[])`.execute(reader(tx))
  return found.rows
}

const NAME = /^[a-z_]+$/
const TYPES = ['uuid', 'text', 'integer']

/** Names come from the record; only what can be a name is asked of the database. */
function isSeal(seal: RowSeal): boolean {
  return (
    NAME.test(seal.table) &&
    seal.columns.every((column) => NAME.test(column)) &&
    seal.key.every(([column, type]) => NAME.test(column) && TYPES.includes(type))
  )
}
