import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { instant, secondsBetween } from '../day.ts'
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
  /** Days with an anchor and no stamp, though an authority was set. */
  readonly unstamped: readonly string[]
}

/** A stamp lies so near the time of its anchor: one made later proves nothing of the day (ADR 0108). */
const NEAR_SECONDS = 48 * 60 * 60

type Place = { readonly zone: ZoneId; readonly folder: string }

/**
 * Has an authority stamp each anchor of the last two days that has no stamp yet, by its sum, and keeps
 * the tokens beside the anchors, one JSON line each: what an authority missed yesterday is made up for
 * today. An anchor without a stamp stays an anchor: whoever asks decides what a failure means.
 */
export async function stampAnchors({
  authority,
  ...place
}: Place & { readonly authority: string }): Promise<void> {
  const anchors = await anchorsOf(place)
  const last = anchors.at(-1)
  const stamped = new Set((await linesOf(place)).map((line) => parsed(line)?.sum))
  for (const { sum, at } of anchors) {
    if (stamped.has(sum) || !last || !isNear(at, last.at)) continue
    const { token, at: time } = await obtainStamp(authority, sum)
    const line: Line = { sum, at: time, token: Buffer.from(token).toString('base64') }
    await appendFile(fileOf(place), `${JSON.stringify(line)}\n`)
  }
}

/**
 * Every token against the sum it is about, the sums against the anchors that are there, and the
 * authority's time against the anchor's: a chain written anew cannot have old tokens. Days without a
 * stamp count from the first stamp on; where an authority is set, up to the last anchor.
 */
export async function readStamps({
  roots,
  authority,
  ...place
}: Place & {
  readonly roots: readonly string[]
  /** Whether one is set now. */
  readonly authority: boolean
}): Promise<StampsRead> {
  const anchors = await anchorsOf(place)
  const lines = await linesOf(place)
  const stamped = new Set<string>()
  let read: StampsRead = { stamps: lines.length, last: null, by: null, wrong: null, unstamped: [] }
  for (const [at, line] of lines.entries()) {
    const found = await lineIn(line, anchors, roots)
    if ('why' in found) return { ...read, wrong: { line: at + 1, why: found.why } }
    stamped.add(found.on)
    read = { ...read, last: found.at, by: found.by }
  }
  return { ...read, unstamped: unstampedDays(anchors, stamped, authority) }
}

function unstampedDays(
  anchors: readonly Anchored[],
  stamped: ReadonlySet<string>,
  authority: boolean,
): string[] {
  const days = [...new Set(anchors.map(({ on }) => on))]
  const first = days.findIndex((on) => stamped.has(on))
  const last = authority ? days.length - 1 : days.findLastIndex((on) => stamped.has(on))
  return days.slice(Math.max(first, 0), last + 1).filter((on) => !stamped.has(on))
}

async function lineIn(text: string, anchors: readonly Anchored[], roots: readonly string[]) {
  const line = parsed(text)
  if (!line) return { why: 'unreadable' }
  const anchor = anchors.find(({ sum }) => sum === line.sum)
  if (!anchor) return { why: 'no-anchor' }
  const read = await readToken(Buffer.from(line.token, 'base64'), line.sum, roots)
  if (!read.holds) return { why: read.why }
  if (!isNear(read.at, anchor.at)) return { why: 'far-from-its-anchor' }
  return { at: read.at, by: read.by, on: anchor.on }
}

/** No for what is no time: an anchor that says so was altered. */
function isNear(one: string, other: string): boolean {
  try {
    return Math.abs(secondsBetween(instant(one), instant(other))) <= NEAR_SECONDS
  } catch {
    return false
  }
}

/** What of an anchor's line a stamp is about; lines of release 0.1.0 have no sum and no stamp. */
type Anchored = { readonly on: string; readonly at: string; readonly sum: string }

async function anchorsOf({ zone, folder }: Place): Promise<Anchored[]> {
  const lines = wholeLines(await readFile(join(folder, `${zone}.jsonl`), 'utf8').catch(() => ''))
  return lines.flatMap((text) => {
    const line = withTexts<Anchored>(text, ['on', 'at', 'sum'])
    return line ? [line] : []
  })
}

async function linesOf(place: Place): Promise<string[]> {
  return wholeLines(await readFile(fileOf(place), 'utf8').catch(() => ''))
}

const wholeLines = (text: string): string[] => text.split('\n').slice(0, -1)

const parsed = (text: string): Line | null => withTexts<Line>(text, ['sum', 'at', 'token'])

/** The object a line spells, when it has these members and all are text. */
function withTexts<Of>(text: string, names: readonly (keyof Of & string)[]): Of | null {
  try {
    const spelt = JSON.parse(text)
    return names.every((name) => typeof spelt[name] === 'string') ? spelt : null
  } catch {
    return null
  }
}

const fileOf = ({ zone, folder }: Place): string => join(folder, `${zone}.stamps.jsonl`)
