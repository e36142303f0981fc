import { readFile } from 'node:fs/promises'
import { type BoardVerdict, verifyBoard } from '../../cases/index.ts'
import { listUnnamed } from '../../documents/index.ts'
import { type OfflineVerdict, verifyBackup, wrongContent } from '../../kernel/backup/index.ts'
import {
  type AnchorsRead,
  listAnchors,
  type ReadTx,
  type RecordVerdict,
  type RowsVerdict,
  verifyReads,
  verifyRecord,
  verifyRows,
} from '../../kernel/index.ts'
import { readStamps, type StampsRead } from '../../kernel/stamps/index.ts'
import { fail, type Out, print } from '../out.ts'
import type { Machine } from '../settings.ts'

type Checked = {
  readonly record: RecordVerdict
  readonly board: BoardVerdict
  /** Rows that acts sealed into the record, against their tables. */
  readonly rows: RowsVerdict
  readonly anchors: { readonly intact: boolean; readonly line?: number }
  readonly stamps: StampsRead
  /** The first sealed day whose readings are not what was sealed; null when all are. */
  readonly reads: string | null
  /** The first stored file that is not the content its name says; null when all are. */
  readonly file: string | null
  /** Stored content older than a day that no row names: it is swept, and breaks nothing. */
  readonly unnamed: readonly string[]
}

/**
 * banfa verify: the record's chain, its anchors outside the database, the board against the fold and
 * every stored file against its name; the anchors' time stamps, where an authority gave any.
 */
export async function verifyOffice(
  machine: Machine,
  timeRoot: string | null,
  out: Out,
): Promise<void> {
  const office = await machine.openOffice({ demo: false })
  try {
    const system = { kind: 'system', job: 'verify' } as const
    const roots = timeRoot === null ? [] : [await readFile(timeRoot, 'utf8')]
    const { zone, ...inDatabase } = await office.kernel.reading(system, (tx) =>
      check(tx, office.anchors),
    )
    const authority = machine.settings.timeAuthority !== null
    const stamps = await readStamps({ zone, folder: office.anchors, roots, authority })
    const checked: Checked = { ...inDatabase, stamps, file: await wrongContent(office.files) }
    const { record, board, rows, anchors, file, reads } = checked
    const isStamped = stamps.wrong === null && stamps.unstamped.length === 0
    const isKept = file === null && reads === null && isStamped
    const intact = record.intact && board.intact && rows.intact && anchors.intact && isKept
    const answer = { json: { intact, ...checked }, lines: linesOf(checked) }
    if (intact) print(out, answer)
    else fail(out, answer)
  } finally {
    await office.close()
  }
}

/** The same for a backup, without a server: every byte of it. */
export async function verifyFolder(folder: string, out: Out): Promise<void> {
  const verdict = await verifyBackup(folder)
  const answer = { json: verdict, lines: [lineOf(verdict)] }
  if (verdict.intact) print(out, answer)
  else fail(out, answer)
}

type InDatabase = Omit<Checked, 'file' | 'stamps'> & { readonly zone: ReadTx['zone'] }

async function check(tx: ReadTx, folder: string): Promise<InDatabase> {
  const read: AnchorsRead = await listAnchors(tx, folder)
  const { files, quarantine } = await listUnnamed(tx)
  return {
    zone: tx.zone,
    record: await verifyRecord(tx, read.intact ? read.anchors : []),
    board: await verifyBoard(tx),
    rows: await verifyRows(tx),
    reads: await verifyReads(tx),
    unnamed: [...files, ...quarantine],
    anchors: read.intact ? { intact: true } : { intact: false, line: read.line },
  }
}

function lineOf(verdict: OfflineVerdict): string {
  return verdict.intact
    ? `备份完整：记录 ${verdict.entries} 条，文件 ${verdict.files} 个 (the backup is intact: ${verdict.entries} entries, ${verdict.files} files)`
    : `备份不完整：${verdict.where}，${verdict.why} (the backup differs)`
}

function linesOfStamps({ stamps, last, by, wrong, unstamped }: StampsRead): string[] {
  if (wrong)
    return [
      `时间戳第 ${wrong.line} 行不成立：${wrong.why} (line ${wrong.line} of the time stamps does not hold)`,
    ]
  const days = unstamped.slice(0, 10).join('、')
  const count = unstamped.length
  const missing =
    count === 0 ? [] : [`锚点没有时间戳：${days}，共 ${count} 日 (${count} days without a stamp)`]
  if (stamps === 0) return missing
  return [
    ...missing,
    `时间戳 ${stamps} 个，最近 ${last}，签发 ${by} (${stamps} time stamps, the last by ${by})`,
  ]
}

function lineOfUnnamed([first, ...more]: readonly string[]): string[] {
  if (first === undefined) return []
  const count = more.length + 1
  return [
    `${count} 个文件没有登记，如 ${first}，将由系统清理 (${count} files no entry names, such as ${first}; they are swept)`,
  ]
}

function lineOfRows(rows: RowsVerdict): string {
  if (!rows.intact)
    return `${rows.table} 表中 ${rows.row} 与记录封存的不一致 (${rows.table} ${rows.row} is not as sealed in the record)`
  const left = Object.values(rows.unsealed).reduce((sum, count) => sum + count, 0)
  const old =
    left > 0 ? `；另有 ${left} 行早于封存，无从比对 (${left} older ones were not sealed)` : ''
  return `登记数据与记录封存一致：${rows.rows} 行 (${rows.rows} sealed rows are as in the record)${old}`
}

function linesOf(checked: Checked): string[] {
  const { record, board, rows, anchors, stamps, file, reads, unnamed } = checked
  const chain = record.intact
    ? `记录完整：${record.entries} 条，链首尾相接 (the record is intact: ${record.entries} entries)`
    : `记录在第 ${record.broken.seq} 条处断开：${record.broken.why} (the record breaks at entry ${record.broken.seq})`
  const fold = board.intact
    ? `待办与记录一致：${board.cases} 件 (the board agrees with the record: ${board.cases} cases)`
    : `待办与记录不一致：${board.differs}，${board.why} (the board differs)`
  const kept = anchors.intact
    ? '锚点完整 (the anchors are intact)'
    : `锚点第 ${anchors.line} 行被改动 (line ${anchors.line} of the anchors was altered)`
  const files =
    file === null
      ? '文件与名称相符 (every file is the content its name says)'
      : `文件被改动：${file} (the file was altered)`
  const read =
    reads === null
      ? '查阅记录与封存一致 (the log of readings is as sealed)'
      : `${reads}的查阅记录被改动 (the readings of ${reads} were altered)`
  const around = [...linesOfStamps(stamps), files, ...lineOfUnnamed(unnamed), read]
  return [chain, fold, lineOfRows(rows), kept, ...around]
}
