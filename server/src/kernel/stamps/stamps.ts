import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ZoneId } from '../ids.ts'
import { obtainStamp } from './obtain-stamp.ts'
import { readToken } from './read-token.ts'

/** A line of the file: the anchor's sum and the token about it in base64. */
type Line = { readonly sum: string; readonly at: string; readonly token: string }

export type StampsRead = {
  readonly stamps: number
  /** The time of the last, ISO in UTC; null where there is none. */
  readonly last: string | null
  /** Who signed the last. */
  readonly by: string | null
  /** The first line that does not hold, and why; null when all do. */
  readonly wrong: { readonly line: number; readonly why: string } | null
}

/**
 * Has an authority stamp an anchor by its sum, and keeps the token beside the anchors, one JSON line
 * each. An anchor without a stamp stays an anchor: whoever asks decides what a failure means.
 */
export async function stampAnchor(
  { zone, folder, authority }: { zone: ZoneId; folder: string; authority: string },
  sum: string,
): Promise<void> {
  const { token, at } = await obtainStamp(authority, sum)
  const line: Line = { sum, at, token: Buffer.from(token).toString('base64') }
  await appendFile(fileOf(zone, folder), `${JSON.stringify(line)}\n`)
}

/** Every token against the sum it is about, and the sums against the anchors that are there. */
export async function readStamps({
  zone,
  folder,
  roots,
}: {
  zone: ZoneId
  folder: string
  roots: readonly string[]
}): Promise<StampsRead> {
  const anchors = await readFile(join(folder, `${zone}.jsonl`), 'utf8').catch(() => '')
  const text = await readFile(fileOf(zone, folder), 'utf8').catch(() => '')
  const lines = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .slice(0, -1)
  let read: StampsRead = { stamps: lines.length, last: null, by: null, wrong: null }
  for (const [at, line] of lines.entries()) {
    const found = await lineIn(line, anchors, roots)
    if ('why' in found) return { ...read, wrong: { line: at + 1, why: found.why } }
    read = { ...read, last: found.at, by: found.by }
  }
  return read
}

async function lineIn(text: string, anchors: string, roots: readonly string[]) {
  const line = parsed(text)
  if (!line) return { why: 'unreadable' }
  if (!anchors.includes(`"sum":"${line.sum}"`)) return { why: 'no-anchor' }
  const read = await readToken(Buffer.from(line.token, 'base64'), line.sum, roots)
  return read.holds ? { at: read.at, by: read.by } : { why: read.why }
}

function parsed(text: string): Line | null {
  try {
    const { sum, at, token } = JSON.parse(text)
    return [sum, at, token].every((one) => typeof one === 'string') ? { sum, at, token } : null
  } catch {
    return null
  }
}

const fileOf = (zone: ZoneId, folder: string): string => join(folder, `${zone}.stamps.jsonl`)
