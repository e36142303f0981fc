import { open, readFile, rm, writeFile } from 'node:fs/promises'
import type { WrongCell } from './firm.ts'
import type { Match } from './matcher.ts'

/** What a run is about: only a run about the same goes on where another stopped. */
export type RunKey = Readonly<Record<string, string | number | null>>

/** How far a run has come. */
export type Reached = {
  /** The last row whose answers are kept. */
  readonly row: number
  readonly firms: number
  readonly wrong: number
  /** How many enterprises had each answer, by service. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, number>>>>
}

type Progress = { readonly key: RunKey; readonly bytes: number; readonly reached: Reached }

const NOTHING: Reached = { row: 0, firms: 0, wrong: 0, answers: {} }

export type Line =
  | { readonly kind: 'match'; readonly row: number; readonly id: string; readonly match: Match }
  | { readonly kind: 'wrong'; readonly cell: WrongCell }

/**
 * The answers so far beside the file asked for, a line each, with how far they reach: a run that
 * was cut short goes on from there.
 */
export type WorkingFile = {
  /** Where the run before stopped. */
  readonly before: Reached
  readonly path: string
  add(lines: readonly Line[]): void
  /** Writes what was added and notes how far it reaches. */
  keep(reached: Reached): Promise<void>
  close(): Promise<void>
  remove(): Promise<void>
}

export async function openWorkingFile(out: string, key: RunKey): Promise<WorkingFile> {
  const [path, notes] = [`${out}.part`, `${out}.progress`]
  const before = await progressOf(notes, key)
  const file = await open(path, before ? 'r+' : 'w')
  let bytes = before?.bytes ?? 0
  await file.truncate(bytes)
  let waiting: string[] = []
  return {
    path,
    before: before?.reached ?? NOTHING,
    add: (lines) => void waiting.push(...lines.map((line) => `${JSON.stringify(line)}\n`)),
    async keep(reached) {
      const text = Buffer.from(waiting.join(''))
      waiting = []
      await file.write(text, 0, text.length, bytes)
      bytes += text.length
      await writeFile(notes, JSON.stringify({ key, bytes, reached } satisfies Progress))
    },
    close: () => file.close(),
    remove: async () => {
      await rm(notes, { force: true })
      await rm(path, { force: true })
    },
  }
}

async function progressOf(notes: string, key: RunKey): Promise<Progress | null> {
  try {
    const read = JSON.parse(await readFile(notes, 'utf8')) as Progress
    return JSON.stringify(read.key) === JSON.stringify(key) ? read : null
  } catch {
    return null
  }
}
