import { open, readFile, rm, writeFile } from 'node:fs/promises'
import { START } from './block.ts'
import type { Reached } from './tally.ts'

/** What a run is about: only a run about the same goes on where another stopped. */
export type RunKey = Readonly<Record<string, string | number | null>>

type Progress = { readonly key: RunKey; readonly bytes: number; readonly reached: Reached }

export const NOTHING: Reached = {
  at: START,
  firms: 0,
  wrong: 0,
  shown: [],
  answers: {},
  repaired: {},
}

/**
 * The answers so far beside the file asked for, with how far they reach: a run that was cut short
 * goes on from there. What was written after the last note is cut off and made again.
 */
export type WorkingFile = {
  /** Where the run before stopped. */
  readonly before: Reached
  readonly path: string
  /** Writes answers and notes how far they reach. */
  keep(text: Uint8Array, reached: Reached): Promise<void>
  close(): Promise<void>
  remove(): Promise<void>
}

/** @param head what stands before the first answer */
export async function openWorkingFile(
  out: string,
  key: RunKey,
  head: string,
): Promise<WorkingFile> {
  const [path, notes] = [`${out}.part`, `${out}.progress`]
  const before = await progressOf(notes, key)
  const file = await open(path, before ? 'r+' : 'w')
  if (!before) await file.write(head)
  let bytes = before?.bytes ?? Buffer.byteLength(head)
  await file.truncate(bytes)
  return {
    path,
    before: before?.reached ?? NOTHING,
    async keep(text, reached) {
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
