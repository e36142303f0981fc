import type { Firm, WrongCell } from './firm.ts'
import type { Line, Reached } from './working-file.ts'

/** Counts what was answered, on top of what a run before had reached. */
export type Tally = {
  /** Rows up to this one were answered by the run before. */
  readonly from: number
  /** The first of the values that do not fit. */
  readonly shown: readonly WrongCell[]
  firms(): number
  wrong(): number
  reached(): Reached
  count(firm: Firm, lines: readonly Line[]): void
}

const SHOWN = 20

export function startTally(before: Reached | null): Tally {
  const so = { row: before?.row ?? 0, firms: before?.firms ?? 0, wrong: before?.wrong ?? 0 }
  const answers = new Map(
    Object.entries(before?.answers ?? {}).map(([service, own]) => [
      service,
      new Map(Object.entries(own)),
    ]),
  )
  const shown: WrongCell[] = []
  return {
    from: so.row,
    shown,
    firms: () => so.firms,
    wrong: () => so.wrong,
    reached: () => ({
      ...so,
      answers: Object.fromEntries(
        [...answers].map(([service, own]) => [service, Object.fromEntries(own)]),
      ),
    }),
    count(firm, lines) {
      so.row = firm.row
      so.firms += 1
      for (const line of lines) {
        if (line.kind === 'match') add(answers, line)
        else {
          so.wrong += 1
          if (shown.length < SHOWN) shown.push(line.cell)
        }
      }
    },
  }
}

function add(
  answers: Map<string, Map<string, number>>,
  { match }: Extract<Line, { kind: 'match' }>,
): void {
  const service = `${match.pack}/${match.service}`
  const own = answers.get(service) ?? new Map<string, number>()
  own.set(match.answer, (own.get(match.answer) ?? 0) + 1)
  answers.set(service, own)
}
