import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, type PackFiles, type PackSource, readPack } from '../src/index.ts'
import type { Program } from '../src/run.ts'

const ROOT = new URL('../../', import.meta.url).pathname

/** The packs of the repository, by folder. */
export const PACKS: readonly string[] = readdirSync(join(ROOT, 'packs')).sort()

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export function filesIn(folder: string): PackFiles {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return Object.fromEntries(
    names
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
}

/** A pack of the repository as its author's door reads it. */
export function sourceOf(pack: string): PackSource {
  return readPack({
    files: filesIn(join(ROOT, 'packs', pack)),
    vocabulary: filesIn(join(ROOT, 'vocabulary')),
  })
}

/** Its program; fails with every complaint when it has any. */
export function programOf(pack: string): Program {
  const { program, complaints } = compile(sourceOf(pack), sha256)
  if (!program) throw new Error(complaints.map(({ says }) => says.zh).join('\n'))
  return program
}

type Emitted = {
  readonly evaluate: (
    facts: unknown,
    on: string,
    workingDays?: (day: string) => boolean | null,
  ) => unknown
}

/** Loads emitted text as a browser would: as a module, from an address. */
export async function load(text: string): Promise<Emitted> {
  return (await import(`data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`)) as Emitted
}
