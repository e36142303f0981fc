import type { Program } from '../program/program.ts'
import { isBefore, rivalsOf } from '../program/rivals.ts'
import { compareRationals, type Rational, rationalOf } from '../values/rational.ts'
import { evaluate, type Question } from './evaluate.ts'
import { type Claim, givesWay } from './give-way.ts'
import type { Outcome } from './outcome.ts'

/**
 * What `evaluate` gives, with the money as it is paid beside the other services of the firm: of a
 * group that excludes one another only the highest. `evaluate` itself knows one service.
 * @throws WrongFacts when a supplied value does not fit its fact
 * @throws RangeError when the program has no such service, or `on` is no day
 */
export function evaluateAmong(program: Program, question: Question): Outcome {
  const outcome = evaluate(program, question)
  const rivals = rivalsOf(program, question.service)
  return rivals.length === 0
    ? outcome
    : paidAmong(
        program,
        outcome,
        rivals.map((service) => evaluate(program, { ...question, service })),
      )
}

/** One outcome beside those of its rivals on the same facts: nothing, the same, or not yet known. */
export function paidAmong(program: Program, outcome: Outcome, rivals: readonly Outcome[]): Outcome {
  const { pays } = outcome
  const claimOf = (one: Outcome): Claim<Rational> => ({
    service: one.service,
    met: one.answer === 'met' ? 'yes' : one.answer === 'not-met' ? 'no' : 'open',
    money: moneyOf(one),
  })
  const order = {
    compare: compareRationals,
    isBefore: (one: string, other: string) => isBefore(program, one, other),
  }
  const way = pays && givesWay(claimOf(outcome), rivals.map(claimOf), order)
  if (!pays || !way) return outcome
  const givesWayTo = { ...way, byItself: pays.payable }
  const payable = way.surely ? '0' : null
  return { ...outcome, pays: { ...pays, payable, split: [], givesWay: givesWayTo } }
}

/** As far as it is printed, ten places: the same to the database. */
function moneyOf({ pays }: Outcome): Rational | null {
  return pays?.payable ? rationalOf(pays.payable.replace('…', '')) : null
}
