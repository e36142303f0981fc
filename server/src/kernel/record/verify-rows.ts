import { sql } from 'kysely'
import type { ReadTx } from '../transactions.ts'
import { reader } from '../transactions.ts'
import type { Entry } from './entry.ts'
import { selectAfter } from './record-store.ts'
import { digestOfRows, type RowSeal, type RowText, sealsIn, selectTexts } from './seal-rows.ts'

export type RowsVerdict =
  | {
      readonly intact: true
      readonly rows: number
      /** Rows of these tables from before their acts sealed them, by table. */
      readonly unsealed: Readonly<Record<string, number>>
    }
  | { readonly intact: false; readonly table: string; readonly row: string }

/** The seals that count: of a row sealed more than once, the last. */
export type SealBook = {
  add(entry: Pick<Entry, 'detail'>): void
  seals(): readonly RowSeal[]
}

export function openSealBook(): SealBook {
  const last = new Map<string, RowSeal>()
  const nameOf = (seal: RowSeal) => `${seal.table} ${seal.rows.join(' ')}`
  return {
    add: (entry) => {
      for (const seal of sealsIn(entry)) last.set(nameOf(seal), seal)
    },
    seals: () => [...last.values()],
  }
}

/** The first row of a seal that is not as it was sealed, by the digest of them all; null when all are. */
export function wrongRow(seal: RowSeal, rows: readonly RowText[]): string | null {
  if (digestOfRows(rows) === seal.sha256) return null
  const there = new Set(rows.map(({ key }) => key))
  return seal.rows.find((key) => !there.has(key)) ?? seal.rows[0] ?? ''
}

const PAGE = 1000

/**
 * Compares the rows that acts sealed into the record with what is in their tables now. For
 * `banfa verify`, after the record itself; needs a transaction that sees the whole zone.
 */
export async function verifyRows(tx: ReadTx): Promise<RowsVerdict> {
  const book = await readBook(tx)
  const sealed = new Map<string, Set<string>>()
  for (const group of grouped(book.seals())) {
    const wrong = await wrongIn(tx, group)
    if (wrong !== null) return { intact: false, ...wrong }
    const { table } = group.of
    const keys = sealed.get(table) ?? new Set()
    for (const key of group.rows) keys.add(key)
    sealed.set(table, keys)
  }
  return { intact: true, rows: countOf(sealed), unsealed: await countUnsealed(tx, sealed) }
}

async function readBook(tx: ReadTx): Promise<SealBook> {
  const book = openSealBook()
  for (let seq = 0; ; ) {
    const page = await selectAfter(tx, seq, PAGE)
    for (const entry of page) book.add(entry)
    if (page.length < PAGE) return book
    seq = page.at(-1)?.seq ?? seq
  }
}

async function wrongIn(tx: ReadTx, { of, rows, seals }: Group) {
  const byKey = new Map((await selectTexts(tx, of, rows)).map((row) => [row.key, row]))
  for (const seal of seals) {
    const there = seal.rows.flatMap((key) => byKey.get(key) ?? [])
    const row = wrongRow(seal, there)
    if (row !== null) return { table: seal.table, row }
  }
  return null
}

type Group = {
  readonly of: RowSeal
  readonly rows: readonly string[]
  readonly seals: readonly RowSeal[]
}

/** Seals over the same columns of a table, several hundred at a time: one statement each. */
function grouped(seals: readonly RowSeal[]): Group[] {
  const shapes = Map.groupBy(seals, ({ table, key, columns }) =>
    JSON.stringify([table, key, columns]),
  )
  return [...shapes.values()].flatMap((alike) => {
    const groups: Group[] = []
    for (let at = 0; at < alike.length; at += PAGE) {
      const part = alike.slice(at, at + PAGE)
      const [of] = part
      if (of) groups.push({ of, rows: part.flatMap(({ rows }) => rows), seals: part })
    }
    return groups
  })
}

const countOf = (sealed: ReadonlyMap<string, ReadonlySet<string>>) =>
  [...sealed.values()].reduce((sum, keys) => sum + keys.size, 0)

async function countUnsealed(
  tx: ReadTx,
  sealed: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Record<string, number>> {
  const unsealed: Record<string, number> = {}
  for (const [table, keys] of sealed) {
    const { rows } = await sql<{ count: bigint }>`
      select count(*) as count from ${sql.table(table)} where zone_id = ${tx.zone}`.execute(
      reader(tx),
    )
    const left = Number(rows[0]?.count ?? 0) - keys.size
    if (left > 0) unsealed[table] = left
  }
  return unsealed
}
