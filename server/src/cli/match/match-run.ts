import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Program } from '@banfa/policy/run'
import { type CalendarDays, refusal } from '../../kernel/index.ts'
import { CSV_HEAD } from './answer-text.ts'
import type { Source } from './block.ts'
import { matchedBlocks } from './crew.ts'
import type { Work } from './match-block.ts'
import { answersIn, further, type Reached } from './tally.ts'
import { NOTHING, openWorkingFile, type RunKey, type WorkingFile } from './working-file.ts'
import { writeAnswers } from './write-answers.ts'
import { ROWS_A_SHEET } from './xlsx.ts'

export type MatchAsked = {
  /** The file of facts; null for the database. */
  readonly facts: string | null
  readonly on: string
  readonly services: readonly string[] | null
  /** The smallest repair of every refusal, instead of the quick one. */
  readonly smallest?: boolean
  /** Where the answers go; null for the summary alone. */
  readonly out: string | null
}

export type Run = {
  readonly asked: MatchAsked
  readonly programs: readonly Program[]
  readonly source: Source
  readonly calendar: CalendarDays
  /** Told after each block, when its answers are kept; what it throws ends the run, as a kill would. */
  readonly told: (reached: Reached) => void
}

/** Answers a table and writes the answers; says where an earlier run had come to, and where this one. */
export async function runMatch(run: Run): Promise<{ from: Reached; reached: Reached }> {
  const { asked, source } = run
  const work = workOf(run)
  const head = work.write === 'csv' ? CSV_HEAD : ''
  const working =
    asked.out === null ? null : await openWorkingFile(asked.out, await keyOf(run), head)
  const from = working?.before ?? NOTHING
  let reached = from
  try {
    for await (const matched of matchedBlocks(source.blocks(from.at), work)) {
      reached = further(reached, matched)
      await refuseTooMany(asked.out, reached, working)
      await working?.keep(matched.done.text, reached)
      run.told(reached)
    }
  } finally {
    await working?.close()
  }
  if (working && asked.out !== null) await writeAnswers(working.path, asked.out)
  await working?.remove()
  return { from, reached }
}

function workOf({ asked, programs, source, calendar }: Run): Work {
  const { on, services, out, smallest = false } = asked
  const write = out === null ? null : extname(out).toLowerCase() === '.csv' ? 'csv' : 'ndjson'
  return { programs, on, services, calendar, smallest, header: source.header, write }
}

/** A sheet ends where it ends: said as soon as it is known, and not after an hour of writing. */
async function refuseTooMany(
  out: string | null,
  reached: Reached,
  working: WorkingFile | null,
): Promise<void> {
  if (out === null || extname(out).toLowerCase() !== '.xlsx') return
  if (answersIn(reached) < ROWS_A_SHEET) return
  await working?.remove()
  refusal('cli.match-too-many-rows', { most: ROWS_A_SHEET - 1, row: reached.at.row })
}

/** The same input, day, services and programs: then a run may go on where one stopped. */
async function keyOf({ asked, programs }: Run): Promise<RunKey> {
  const { facts, on, services, smallest = false } = asked
  const file = facts === null ? null : await stat(facts)
  return {
    facts,
    size: file?.size ?? null,
    changed: file?.mtimeMs ?? null,
    on,
    services: services?.join(',') ?? null,
    repair: smallest ? 'smallest' : 'quick',
    programs: programs.map(({ digest }) => digest).join(','),
  }
}
