import { unreachable } from '../../evaluate/frame.ts'
import type { Condition } from '../../program/condition.ts'
import type { Page } from './page.ts'
import { ALWAYS, joined, q, type Sql } from './piece.ts'
import { NO, type Truth, truthOfVal } from './results.ts'
import { allOf, anyOf, atLeast, eitherOf, letterOf, notOf } from './truths.ts'

/** The truth of a condition and a letter for it and each below, in printed order. */
export type Settled = { readonly truth: Truth; readonly letters: readonly Sql[] }

/**
 * Settles a condition and all below it where `reached` holds: the variants that do not apply say
 * nothing (a full stop).
 */
export function settled(condition: Condition, reached: Sql, page: Page): Settled {
  if (condition.kind === 'variant') return settledVariant(condition, reached, page)
  const members = 'of' in condition ? condition.of.map((one) => settled(one, reached, page)) : []
  const truth = tracked(truthOfCondition(condition, members, page), page)
  return { truth, letters: [letter(truth, reached), ...members.flatMap(({ letters }) => letters)] }
}

/** A truth that is used twice (its letter, its group) becomes a column. */
function tracked({ t, x, may }: Truth, { sheets }: Page): Truth {
  return { t: sheets.share(t), x: x.text.length > 30 ? sheets.share(x) : x, may }
}

function letter(truth: Truth, reached: Sql): Sql {
  if (reached.text === ALWAYS.text) return letterOf(truth)
  return q`(case when ${reached} then ${letterOf(truth)} else '.' end)`
}

function truthOfCondition(
  condition: Exclude<Condition, { kind: 'variant' }>,
  members: readonly Settled[],
  page: Page,
): Truth {
  const limbs = members.map(({ truth }) => truth)
  switch (condition.kind) {
    case 'all':
      return allOf(limbs, page.sheets)
    case 'any':
      return anyOf(limbs, page.sheets)
    case 'none':
      return notOf(anyOf(limbs, page.sheets))
    case 'at-least':
      return atLeast(condition.count, limbs, page.sheets)
    case 'computed':
      return page.truth(condition.test)
    case 'evidenced':
      return truthOfVal(page.fact(condition.paper), page.sheets)
    case 'judged':
      return truthOfVal(page.fact(condition.name), page.sheets)
    default:
      return unreachable(condition)
  }
}

type Variant = Extract<Condition, { kind: 'variant' }>

function settledVariant({ when, of }: Variant, reached: Sql, page: Page): Settled {
  const { sheets } = page
  const applies = when.map((one) => tracked(page.truth(one), page))
  const members = of.map((one, at) =>
    settled(one, sheets.share(firstAt(applies, at, reached)), page),
  )
  const last: Truth = NO
  const truth = applies.reduceRight(
    (otherwise, one, at) =>
      eitherOf({ when: one, gives: members[at]?.truth ?? NO, otherwise }, sheets),
    last,
  )
  const kept = tracked(truth, page)
  return {
    truth: kept,
    letters: [letter(kept, reached), ...members.flatMap(({ letters }) => letters)],
  }
}

/** Whether the variant at that place is the first that applies. */
function firstAt(applies: readonly Truth[], at: number, reached: Sql): Sql {
  const before = applies.slice(0, at).map(({ t }) => q`not coalesce(${t}, true)`)
  const own = applies.slice(at, at + 1).map(({ t }) => q`coalesce(${t}, false)`)
  return joined([reached, ...before, ...own], ' and ')
}
