import type { Program } from '@banfa/policy/run'
import { type CalendarDays, workingDaysIn } from '../../kernel/index.ts'
import { type AnswerText, csvLine, jsonLine } from './answer-text.ts'
import type { Block, Source } from './block.ts'
import { columnsOf } from './columns.ts'
import type { Firm, WrongCell } from './firm.ts'
import { matcher } from './matcher.ts'
import type { Answered, Match } from './matching.ts'
import { blockReader } from './parse-block.ts'
import { type Counts, SHOWN } from './tally.ts'

/** What a thread is told once. */
export type Work = {
  readonly programs: readonly Program[]
  readonly on: string
  readonly services: readonly string[] | null
  readonly calendar: CalendarDays
  readonly smallest: boolean
  readonly header: Source['header']
  /** How the answers are written; null where only counts are wanted. */
  readonly write: 'csv' | 'ndjson' | null
}

/** The answers of one block. */
export type Done = {
  readonly text: Uint8Array<ArrayBuffer>
  readonly firms: number
  readonly wrong: number
  readonly shown: readonly WrongCell[]
  readonly answers: Counts
  /** Refusals that a repair was told for, by service. */
  readonly repaired: Readonly<Record<string, number>>
}

const TEXTS = { csv: csvLine, ndjson: jsonLine } as const

/** Answers blocks one after the other, each from bytes to bytes. */
export function blockMatcher(work: Work): (block: Block) => Done {
  const { programs, calendar, on, services, smallest, write } = work
  const read = blockReader(work.header, columnsOf(programs))
  const matching = { on, services, smallest, workingDays: workingDaysIn(calendar) }
  const all = programs
    .map((program) => matcher(program, matching))
    .filter((one) => one.services.length > 0)
  return (block) => {
    const firms = read(block)
    const readable = firms.filter(({ unreadable }) => unreadable === null)
    const answered = all.map((one) => one.match(readable))
    return doneOf(firms, gathered(firms, answered), write === null ? null : TEXTS[write])
  }
}

/** The answers of all programs by enterprise, in the order of the table. */
function gathered(
  firms: readonly Firm[],
  answered: readonly (readonly Answered[])[],
): readonly Answered[] {
  let at = -1
  return firms.map((firm) => {
    const { row, unreadable } = firm
    if (unreadable !== null) {
      const cell = { row, column: '', value: '', says: unreadable }
      return { firm, matches: [], wrong: [cell] }
    }
    at += 1
    const own = answered.map((one) => one[at])
    const wrong = new Map(own.flatMap((one) => one?.wrong ?? []).map((one) => [one.column, one]))
    return { firm, matches: own.flatMap((one) => one?.matches ?? []), wrong: [...wrong.values()] }
  })
}

function doneOf(firms: readonly Firm[], all: readonly Answered[], text: AnswerText | null): Done {
  const lines: string[] = []
  const shown: WrongCell[] = []
  const answers: Record<string, Record<string, number>> = {}
  const repaired: Record<string, number> = {}
  let wrong = 0
  for (const { firm, matches, wrong: cells } of all) {
    wrong += cells.length
    shown.push(...cells.slice(0, Math.max(0, SHOWN - shown.length)))
    for (const match of matches) {
      count(answers, match)
      if (match.repair !== null) add(repaired, `${match.pack}/${match.service}`)
      if (text) lines.push(text(firm.row, firm.id, match))
    }
  }
  const bytes = new Uint8Array(Buffer.from(lines.join('')))
  return { text: bytes, firms: firms.length, wrong, shown, answers, repaired }
}

function count(answers: Record<string, Record<string, number>>, match: Match): void {
  const service = `${match.pack}/${match.service}`
  const own = answers[service] ?? {}
  answers[service] = own
  add(own, match.answer)
}

function add(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1
}
