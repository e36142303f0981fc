import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../canonical.ts'
import type { ReadTx } from '../transactions.ts'
import { FIRST_PREV } from './entry.ts'
import { findHead } from './record-store.ts'
import type { Anchor } from './verify-record.ts'

/** The anchors of a zone's file, or the first line that is not what was written. */
export type AnchorsRead =
  | { readonly intact: true; readonly anchors: readonly Anchor[] }
  | { readonly intact: false; readonly line: number }

/** A line as it is written; those of release 0.1.0 have neither `prev` nor `sum`. */
type Line = Anchor & {
  readonly on: string
  readonly at: string
  /** SHA-256 of the line before. */
  readonly prev?: string
  /** SHA-256 of this line without its sum. */
  readonly sum?: string
}

/**
 * Writes the head of the zone's record outside the database, one JSON line a call, each with the hash
 * of the line before and of itself, so that a chain rewritten as a whole shows. Give the file to
 * somebody who cannot reach the database. Answers the line's sum; null for an empty record.
 */
export async function anchorRecord(tx: ReadTx, folder: string): Promise<string | null> {
  const head = await findHead(tx)
  if (!head || head.seq === 0) return null
  await mkdir(folder, { recursive: true })
  const file = await open(fileOf(tx, folder), 'a+')
  try {
    const { whole, last } = wholeLines(await file.readFile('utf8'))
    const line = {
      on: tx.today,
      at: tx.now,
      seq: head.seq,
      hash: head.hash,
      prev: last === undefined ? FIRST_PREV : sha256(last),
    }
    const sum = sha256(JSON.stringify(line))
    // What a crash cut off was never an anchor.
    await file.truncate(Buffer.byteLength(whole))
    await file.appendFile(`${JSON.stringify({ ...line, sum })}\n`)
    await file.sync()
    return sum
  } finally {
    await file.close()
  }
}

/** The heads written for the zone, oldest first; refuses nothing, but says when the file was altered. */
export function listAnchors(tx: ReadTx, folder: string): Promise<AnchorsRead> {
  return anchorsIn(fileOf(tx, folder))
}

/** The same of any file; one that is not there has no anchors. A last line cut off is passed over. */
export async function anchorsIn(path: string): Promise<AnchorsRead> {
  const { whole } = wholeLines(await readFile(path, 'utf8').catch(() => ''))
  const lines = whole.split('\n').slice(0, -1)
  const anchors: Anchor[] = []
  for (const [at, text] of lines.entries()) {
    const line = lineIn(text, lines[at - 1])
    if (!line) return { intact: false, line: at + 1 }
    anchors.push({ seq: line.seq, hash: line.hash })
  }
  return { intact: true, anchors }
}

function wholeLines(text: string): { whole: string; last: string | undefined } {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return { whole, last: whole.split('\n').at(-2) }
}

/** The line when it is spelt as it was written and fits the one before; null otherwise. */
function lineIn(text: string, before: string | undefined): Line | null {
  const line = parsed(text)
  if (!line || JSON.stringify(line) !== text) return null
  const { sum, ...rest } = line
  if (sum === undefined) return isOfFirstRelease(line, before) ? line : null
  const prev = before === undefined ? FIRST_PREV : sha256(before)
  return sum === sha256(JSON.stringify(rest)) && line.prev === prev ? line : null
}

function parsed(text: string): Line | null {
  try {
    return JSON.parse(text) as Line
  } catch {
    return null
  }
}

/** Lines without a sum come before all that have one. */
function isOfFirstRelease(line: Line, before: string | undefined): boolean {
  return Object.keys(line).join() === 'on,at,seq,hash' && !before?.includes('"sum":')
}

function fileOf(tx: ReadTx, folder: string): string {
  return join(folder, `${tx.zone}.jsonl`)
}
