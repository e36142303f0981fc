import type { Pays } from '../program/service.ts'
import {
  add,
  decimalText,
  type Rational,
  ratio,
  roundToWhole,
  subtract,
  times,
} from '../values/rational.ts'
import { work } from './formula.ts'
import type { Frame, Result } from './frame.ts'
import type { Payable, Review } from './outcome.ts'

const FEN = ratio(1n, 100n)

/**
 * What a service pays, in yuan. The levels of government share what is payable to the fen, halves
 * up; what rounding leaves over or short falls to the first level, so that the parts add up.
 */
export function payableOf(pays: Pays, frame: Frame): Payable {
  const worked = (name: string) => work({ kind: 'value', name }, frame)
  return payableFrom(pays, worked, frame.on)
}

/** The same, given how a value is worked out and the day asked. */
export function payableFrom(pays: Pays, worked: (name: string) => Result, on: string): Payable {
  const amount = yuan(worked(pays.amount))
  const payable = yuan(worked(pays.payable))
  return {
    cite: pays.cite,
    amount: amount && decimalText(amount),
    payable: payable && decimalText(payable),
    split: payable ? shared(payable, pays.split) : [],
    ...(pays.fairReview && { review: reviewOn(pays.fairReview, on) }),
  }
}

/** 公平竞争审查条例 12: an exception has an end; its last day still pays, the next day holds. */
function reviewOn({ by, on, until }: NonNullable<Pays['fairReview']>, day: string): Review {
  return { by, on, until, held: until !== null && day > until }
}

function yuan(result: Result): Rational | null {
  return 'value' in result && result.value.kind === 'quantity' ? result.value.amount : null
}

function shared(payable: Rational, split: Pays['split']): Payable['split'] {
  const parts = split.map(({ by, share }) => ({ by, part: toFen(times(payable, share)) }))
  const given = parts.map(({ part }) => part).reduce(add, ratio(0n, 1n))
  const rest = subtract(payable, given)
  return parts.map(({ by, part }, index) => ({
    by,
    yuan: decimalText(index === 0 ? add(part, rest) : part),
  }))
}

function toFen(amount: Rational): Rational {
  return times(ratio(roundToWhole(times(amount, ratio(100n, 1n)), 'half-up'), 1n), FEN)
}
