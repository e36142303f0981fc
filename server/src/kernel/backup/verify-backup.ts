import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Day, instant } from '../day.ts'
import type { PartyId, ZoneId } from '../ids.ts'
import type { ReadEntry, ReadId } from '../reads/reads.ts'
import { fits, SEALS, type Seal, sealIn } from '../reads/seal-reads.ts'
import { anchorsIn } from '../record/anchors.ts'
import type { Entry } from '../record/entry.ts'
import type { RowSeal, RowText } from '../record/seal-rows.ts'
import { type Anchor, chainChecker } from '../record/verify-record.ts'
import { openSealBook, type SealBook, wrongRow } from '../record/verify-rows.ts'
import { checkBackup } from './check-backup.ts'
import { hashFile, listFiles, type Manifest, tablePath } from './manifest.ts'
import { type CopiedRow, readCopy } from './read-copy.ts'

export type OfflineVerdict =
  | { readonly intact: true; readonly entries: number; readonly files: number }
  | { readonly intact: false; readonly where: string; readonly why: string }

/**
 * Checks a backup without a server: every byte against the manifest, every entry of every zone's
 * record against the chain and the anchors, every line of the anchors against the line before, every
 * stored file against its name. So an alteration shows even when the manifest was made anew.
 */
export async function verifyBackup(folder: string): Promise<OfflineVerdict> {
  const checked = await checkBackup(folder)
  if (!checked.intact) return { intact: false, where: checked.where, why: 'not as written' }
  const wrong = await wrongContent(join(folder, 'files'))
  if (wrong) return { intact: false, where: `files/${wrong}`, why: 'not the content its name says' }
  return verifyRecords(folder, checked.manifest)
}

/** The first stored file that is not the content its name says, `ab/abcdef…`; null when all are. */
export async function wrongContent(folder: string): Promise<string | null> {
  if (!existsSync(folder)) return null
  for (const path of await listFiles(folder)) {
    if (path.startsWith('incoming/')) continue
    const name = path.split('/').at(-1) ?? ''
    if ((await hashFile(join(folder, path))) !== name) return path
  }
  return null
}

async function verifyRecords(folder: string, manifest: Manifest): Promise<OfflineVerdict> {
  const rows = await rowsOf(folder, manifest, 'record_entries')
  const byZone = Map.groupBy(rows, (row) => row.zone_id as ZoneId)
  const reads = await rowsOf(folder, manifest, 'read_log')
  const readsBy = Map.groupBy(reads, (row) => row.zone_id as ZoneId)
  let entries = 0
  for (const [zone, head] of await headsOf(folder, manifest)) {
    const rows = byZone.get(zone) ?? []
    const reads = readsBy.get(zone) ?? []
    const verdict = await verifyZone(folder, { zone, manifest, head, rows, reads })
    byZone.delete(zone)
    if (!verdict.intact) return verdict
    entries += verdict.entries
  }
  const [stray] = byZone.keys()
  if (stray) return { intact: false, where: `record ${stray}`, why: 'of no zone' }
  return { intact: true, entries, files: manifest.files.length }
}

type ZoneRows = {
  readonly zone: ZoneId
  readonly manifest: Manifest
  readonly head: Anchor
  readonly rows: readonly CopiedRow[]
  readonly reads: readonly CopiedRow[]
}

async function verifyZone(folder: string, of: ZoneRows): Promise<OfflineVerdict> {
  const { zone, head, rows } = of
  const checker = await checkerFor(folder, zone)
  if (!checker) return { intact: false, where: `anchors/${zone}.jsonl`, why: 'altered' }
  const seals: Seal[] = []
  const book = openSealBook()
  for (const row of rows) {
    const entry = entryOf(row)
    if (entry.subject.kind === SEALS) seals.push(sealIn(entry))
    book.add(entry)
    const why = checker.next(entry)
    if (why) return { intact: false, where: `record ${zone} ${row.seq}`, why }
  }
  const verdict = checker.end(head)
  if (verdict.intact) {
    return wrongReads(of, seals) ?? (await wrongRows(folder, of, book)) ?? { ...verdict, files: 0 }
  }
  const { seq, why } = verdict.broken
  return { intact: false, where: `record ${zone} ${seq}`, why }
}

function wrongReads({ zone, reads }: ZoneRows, seals: readonly Seal[]): OfflineVerdict | null {
  const byDay = Map.groupBy(reads.map(readOf), (read) => read.on)
  const wrong = seals.find((seal) => !fits(seal, byDay.get(seal.on) ?? []))
  return wrong ? { intact: false, where: `reads ${zone} ${wrong.on}`, why: 'not as sealed' } : null
}

/** Rows that acts sealed into the record, as they were copied. */
async function wrongRows(
  folder: string,
  { zone, manifest }: ZoneRows,
  book: SealBook,
): Promise<OfflineVerdict | null> {
  for (const [table, seals] of Map.groupBy(book.seals(), (seal) => seal.table)) {
    const copied = (await rowsOf(folder, manifest, table)).filter((row) => row.zone_id === zone)
    for (const [, alike] of Map.groupBy(seals, ({ key }) => JSON.stringify(key))) {
      const key = alike[0]?.key ?? []
      const keyOf = (row: CopiedRow) => key.map(([column]) => row[column]).join('/')
      const byKey = new Map(copied.map((row) => [keyOf(row), row]))
      const wrong = alike.map((seal) => wrongRow(seal, textsIn(seal, byKey))).find(isThere)
      if (wrong !== undefined) {
        return { intact: false, where: `${table} ${wrong}`, why: 'not as sealed in the record' }
      }
    }
  }
  return null
}

const isThere = (wrong: string | null): wrong is string => wrong !== null

function textsIn(seal: RowSeal, rows: ReadonlyMap<string, CopiedRow>): RowText[] {
  return seal.rows.flatMap((key) => {
    const row = rows.get(key)
    return row ? [{ key, texts: seal.columns.map((column) => row[column] ?? null) }] : []
  })
}

async function checkerFor(folder: string, zone: ZoneId) {
  const anchors = await anchorsIn(join(folder, 'anchors', `${zone}.jsonl`))
  return anchors.intact ? chainChecker(zone, anchors.anchors) : null
}

async function headsOf(folder: string, manifest: Manifest) {
  const heads = new Map<ZoneId, { seq: number; hash: string }>()
  for (const row of await rowsOf(folder, manifest, 'record_heads')) {
    heads.set(row.zone_id as ZoneId, { seq: Number(row.seq), hash: row.hash ?? '' })
  }
  return heads
}

/** The key's order in a backup is that of text; a record is read in the order of its numbers. */
async function rowsOf(folder: string, manifest: Manifest, name: string): Promise<CopiedRow[]> {
  const table = manifest.tables.find((one) => one.name === name)
  if (!table) return []
  const rows: CopiedRow[] = []
  for await (const row of readCopy(join(folder, tablePath(name)), table.columns)) rows.push(row)
  return rows.toSorted((a, b) => Number(a.seq) - Number(b.seq))
}

const json = (text: string | null | undefined) =>
  text === null || text === undefined ? null : JSON.parse(text)

function readOf(row: CopiedRow): ReadEntry {
  return {
    id: row.id as ReadId,
    at: instant(row.at ?? ''),
    on: row.on_day as Day,
    actor: json(row.actor),
    route: row.route ?? '',
    about: json(row.about),
  }
}

function entryOf(row: CopiedRow): Entry {
  return {
    seq: Number(row.seq),
    at: instant(row.at ?? ''),
    on: row.on_day as Day,
    act: row.act ?? '',
    subject: { kind: row.subject_kind ?? '', id: row.subject_id ?? '' },
    actor: json(row.actor),
    as: json(row.as_post),
    onBehalfOf: row.on_behalf_of as PartyId | null,
    reason: row.reason ?? null,
    cite: row.cite ?? null,
    detail: json(row.detail),
    prev: row.prev ?? '',
    hash: row.hash ?? '',
  }
}
