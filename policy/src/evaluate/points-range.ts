import type { Program } from '../program/program.ts'
import { dayOf } from '../values/day.ts'
import { decimalText } from '../values/rational.ts'
import type { Question } from './evaluate.ts'
import { work } from './formula.ts'
import { readGiven } from './given.ts'

/** The ends of a score, both included, as decimal text. */
export type PointsRange = { readonly from: string; readonly to: string }

/**
 * The range that the measure leaves to a person for one score, on these facts. Null for a value
 * that nobody scores, and while a fact is missing on which the range rests.
 * @throws WrongFacts when a supplied value does not fit its fact
 */
export function pointsRange(
  program: Program,
  question: Omit<Question, 'service'>,
  name: string,
): PointsRange | null {
  const on = dayOf(question.on)
  const scored = program.values[name]?.of
  if (!on || scored?.kind !== 'scored') return null
  const given = readGiven(program, question.facts)
  const workingDays = question.workingDays ?? null
  const frame = { program, given, on, workingDays, record: null, worked: new Map() }
  const [from, to] = [work(scored.from, frame), work(scored.to, frame)]
  if (!('value' in from) || !('value' in to)) return null
  if (from.value.kind !== 'quantity' || to.value.kind !== 'quantity') return null
  return { from: decimalText(from.value.amount), to: decimalText(to.value.amount) }
}
