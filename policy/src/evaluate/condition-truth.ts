import type { Condition } from '../program/condition.ts'
import { allOf, anyOf, atLeast, notOf, type Truth } from '../values/truth.ts'
import { truthOf } from './formula.ts'
import { type Frame, unreachable } from './frame.ts'

/** How a member of a group is settled: with its finding, or for its truth alone. */
export type Settle = (member: Condition) => Truth

/** The truth of a condition in the terms of its members. */
export function conditionTruth(condition: Condition, frame: Frame, settle: Settle): Truth {
  switch (condition.kind) {
    case 'all':
      return allOf(condition.of.map(settle))
    case 'any':
      return anyOf(condition.of.map(settle))
    case 'none':
      return notOf(anyOf(condition.of.map(settle)))
    case 'at-least':
      return atLeast(condition.count, condition.of.map(settle))
    case 'variant':
      return variantTruth(condition, frame, settle)
    case 'computed':
      return truthOf(condition.test, frame)
    case 'evidenced':
      return frame.given.truths.get(condition.paper) ?? 'unknown'
    case 'judged':
      return frame.given.truths.get(condition.name) ?? 'unknown'
    default:
      return unreachable(condition)
  }
}

type Variant = Extract<Condition, { kind: 'variant' }>

/** Only the variant that applies is settled; the others say nothing about this case. */
function variantTruth({ when, of }: Variant, frame: Frame, settle: Settle): Truth {
  for (const [index, one] of when.entries()) {
    const applies = truthOf(one, frame)
    const member = of[index]
    if (applies === 'yes' && member) return settle(member)
    if (applies !== 'no') return applies
  }
  return 'no'
}
