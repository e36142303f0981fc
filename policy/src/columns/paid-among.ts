import type { Plan } from '../lower/lower.ts'
import { isBefore, rivalsOf } from '../program/rivals.ts'
import type { Answers } from './run.ts'

const NOT_MET = 0
const MET = 3

/**
 * What each service pays the rows in fen, beside the others: of a group that excludes one another
 * only the highest, of two as high the first; not a number where another may take its place. Arrays
 * of services without a group are the run's own. By service of the plan; null where it pays nothing.
 */
export function paidAmongIn(
  plan: Plan,
  answers: Answers,
  rows: number,
): readonly (Float64Array | null)[] {
  return plan.services.map(({ name }, at) => {
    const own = answers.payable[at] ?? null
    const rivals = own ? rivalsIn(plan, answers, name) : []
    if (!own || rivals.length === 0) return own
    const paid = new Float64Array(rows)
    for (let row = 0; row < rows; row += 1) paid[row] = paidAt(rivals, own[row] ?? Number.NaN, row)
    return paid
  })
}

type Rival = {
  readonly fen: Float64Array
  readonly word: Int32Array
  readonly shift: number
  /** Comes before: as high is enough. */
  readonly first: boolean
}

function rivalsIn(
  { program, services }: Plan,
  { slots, words, payable }: Answers,
  own: string,
): readonly Rival[] {
  return rivalsOf(program, own).flatMap((rival) => {
    const at = services.findIndex(({ name }) => name === rival)
    const slot = slots.indexOf(services[at]?.condition ?? -1)
    const [fen, word] = [payable[at], words[slot >> 4]]
    return fen && word
      ? [{ fen, word, shift: (slot & 15) * 2, first: isBefore(program, rival, own) }]
      : []
  })
}

function paidAt(rivals: readonly Rival[], own: number, row: number): number {
  let paid = own
  for (const rival of rivals) {
    const code = ((rival.word[row] ?? 0) >> rival.shift) & 3
    const higher = code === NOT_MET ? NO : isHigher(rival, own, row)
    if (higher === YES && code === MET) return 0
    if (higher !== NO) paid = Number.NaN
  }
  return paid
}

const NO = 0
const YES = 1
const NOT_KNOWN = 2

function isHigher({ fen, first }: Rival, own: number, row: number): number {
  const other = fen[row] ?? Number.NaN
  if (Number.isNaN(own) || Number.isNaN(other)) return NOT_KNOWN
  if (other === own) return first ? YES : NO
  return other > own ? YES : NO
}
