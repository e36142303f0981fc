import type { Comparison, Expression } from '../program/expression.ts'
import type { Value } from '../values/value.ts'
import { alike } from './choose.ts'
import { compareNumbers } from './compare-numbers.ts'
import { type Lowering, number, type Term, tested, threshold, unlessNear } from './lowering.ts'
import { call, type Num } from './number.ts'
import { both, constantOf, type Id, LeftToInterpreter, lackOf, NO, one, select, YES } from './op.ts'
import { truth } from './truth-ops.ts'

type Compare = Extract<Expression, { kind: 'compare' }>

/** Two nodes of one kind compared: a truth. */
export function compareTerms(l: Lowering, compare: Compare, pair: readonly [Term, Term]): Id {
  if (pair[0].kind === 'nothing' && pair[1].kind === 'nothing') {
    return number(l, compare.is === '=' ? YES : NO)
  }
  const [a, b] = alike(l, ...pair)
  if (a.kind === 'number' && b.kind === 'number') {
    return numbersCompared(l, compare, [a, b])
  }
  if (a.kind === 'day' && b.kind === 'day') {
    return truth(
      l,
      heldBy(l, compare.is, [a.v, threshold(l, a.v, b.v)]),
      comparedState(l, compare.is, [a.s, b.s]),
    )
  }
  if (a.kind === 'truth' && b.kind === 'truth') return compareTruths(l, compare.is, [a.t, b.t])
  if (a.kind === 'code' && b.kind === 'code') return compareCodes(l, compare.is, [a.c, b.c])
  throw new LeftToInterpreter()
}

function numbersCompared(l: Lowering, compare: Compare, [a, b]: readonly [Num, Num]): Id {
  const { holds, near } = compareNumbers(l, compare.is, [a, b])
  const value = truth(l, holds, comparedState(l, compare.is, [a.s, b.s]))
  if (near === null || constantOf(l.g, near) === 0) return value
  return unlessNear(l, near, { value, site: { gives: 'truth', expression: compare, step: null } })
}

const SIGN = { '=': 'eq', '!=': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' } as const

export function heldBy(l: Lowering, is: Comparison, pair: readonly [Id, Id]): Id {
  return both(l.g, SIGN[is], pair)
}

/** What lacks outranks what does not apply, which equals only itself. */
export function comparedState(l: Lowering, is: Comparison, [a, b]: readonly [Id, Id]): Id {
  const { g } = l
  const s = lackOf(g, [a, b])
  if (is !== '=' && is !== '!=') return s
  const away = (of: Id) => both(g, 'eq', [of, number(l, NO)])
  const neither = both(g, 'and', [away(a), away(b)])
  if (is === '=') return select(g, 'pick', [neither, number(l, YES), s])
  const apart = select(g, 'pick', [neither, number(l, NO), number(l, YES)])
  return select(g, 'pick', [away(s), apart, s])
}

function compareTruths(l: Lowering, is: Comparison, [a, b]: readonly [Id, Id]): Id {
  const { g } = l
  const lacks = both(g, 'and', [both(g, 'or', [a, b]), number(l, 6)])
  const s = one(g, 'lack', lacks)
  if (is !== '=' && is !== '!=') return truth(l, number(l, 0), s)
  return truth(l, both(g, SIGN[is], [a, b]), s)
}

function compareCodes(l: Lowering, is: Comparison, [a, b]: readonly [Id, Id]): Id {
  const { g } = l
  const fixed = literalOf(l, b) ?? literalOf(l, a)
  if (fixed && (is === '=' || is === '!=')) {
    const code = literalOf(l, b) ? a : b
    const test =
      is === '='
        ? ({ is: 'among', values: [fixed] } as const)
        : ({ is: 'other-than', value: fixed } as const)
    return tested(l, code, test)
  }
  const s = lackOf(g, [call(g, 'codeState', [a]), call(g, 'codeState', [b])])
  if (is !== '=' && is !== '!=') return truth(l, number(l, 0), s)
  return truth(l, both(g, SIGN[is], [a, b]), s)
}

function literalOf(l: Lowering, code: Id): Value | null {
  const made = l.g.ops[code]
  const bound = made?.is === 'parameter' ? l.parameters[made.at] : undefined
  return bound?.is === 'code' ? bound.value : null
}
