import type { Expression } from '../../program/expression.ts'
import type { Program } from '../../program/program.ts'
import { compareRationals, type Rational, ratio } from '../../values/rational.ts'
import type { Value } from '../../values/value.ts'
import { type DayWriter, writeDay } from './days.ts'
import { kindOf } from './kind.ts'
import { literalOf, numberOf } from './literal.ts'
import type { FeelNames } from './names.ts'
import {
  atom,
  called,
  chosen,
  joined,
  LEVEL,
  open,
  type Piece,
  quoted,
  under,
  whenKnown,
} from './piece.ts'
import { writeRecords } from './records.ts'

/** What standard FEEL has no words for: working days, which are a calendar. */
export class Inexpressible extends Error {
  override readonly name = 'Inexpressible'
}

/** Where a formula is written: what things are called, the record at hand, variables in use. */
export type Scope = {
  readonly program: Pick<Program, 'facts' | 'values' | 'records'>
  readonly names: FeelNames
  readonly record: { readonly variable: string; readonly records: string } | null
  readonly depth: number
}

/**
 * A formula in standard FEEL that says the same: null where ours is undecided, and nowhere a null
 * that FEEL would take for a no. What does not apply has no word in FEEL; it is supplied as null.
 * @throws Inexpressible
 */
export function writeFeel(expression: Expression, scope: Scope): Piece {
  const write = (one: Expression) => writeFeel(one, scope)
  switch (expression.kind) {
    case 'literal':
      return literalOf(expression.value)
    case 'fact':
      return atom(scope.names.fact(expression.name))
    case 'value':
      return atom(scope.names.value(expression.name))
    case 'day-asked':
      return atom(scope.names.dayAsked)
    case 'compare':
    case 'arithmetic':
      return onTwo(expression, [write(expression.left), write(expression.right)], scope)
    case 'within':
      return oneOf(write(expression.of), expression.among, scope)
    case 'holds':
      return has(write(expression.of), expression.option, scope)
    case 'and':
    case 'or':
      return limbs(expression.kind, expression.of.map(write))
    case 'not':
      return called('not', [write(expression.of)])
    case 'choose':
      return choice(expression, scope)
    case 'table':
      return tableOf(expression, scope)
    default:
      return writeRare(expression, scope)
  }
}

type Common = 'literal' | 'fact' | 'value' | 'day-asked' | 'compare' | 'arithmetic' | 'within'
type Joining = 'holds' | 'and' | 'or' | 'not' | 'choose' | 'table'
type Rare = Exclude<Expression, { kind: Common | Joining }>

function writeRare(expression: Rare, scope: Scope): Piece {
  switch (expression.kind) {
    case 'extreme':
      return extreme(expression, scope)
    case 'round':
      return round(expression, writeFeel(expression.of, scope))
    case 'text-test': {
      const name = expression.is === 'contains' ? 'contains' : 'starts with'
      return known([writeFeel(expression.of, scope)], scope, ([of]) =>
        called(name, [of, quoted(expression.text)]),
      )
    }
    case 'scored':
      return scored(expression, scope)
    case 'move-working-days':
      throw new Inexpressible('counts working days by a calendar, which FEEL has not')
    case 'move-day':
    case 'between':
    case 'part':
    case 'start-of': {
      const days: DayWriter = {
        write: (one) => writeFeel(one, scope),
        known: (pieces, then) => known(pieces, scope, then),
      }
      return writeDay(expression, days)
    }
    default:
      return writeRecords(expression, scope, writeFeel)
  }
}

/** Text written twice only where it is short; else it is bound to a variable, worked out once. */
const SHORT = 24

export function bound(
  pieces: readonly Piece[],
  scope: Scope,
  then: (pieces: readonly [Piece, Piece, ...Piece[]], scope: Scope) => Piece,
): Piece {
  const [at, long] = [...pieces.entries()].find(([, one]) => one.text.length > SHORT) ?? []
  if (at === undefined || !long) {
    return then(pieces as unknown as readonly [Piece, Piece, ...Piece[]], scope)
  }
  const variable = `v${scope.depth + 1}`
  const inner = { ...scope, depth: scope.depth + 1 }
  const rest = pieces.with(at, atom(variable, long.sure))
  const body = bound(rest, inner, then)
  return atom(`(for ${variable} in [${long.text}] return ${body.text})[1]`, body.sure)
}

/** Works with pieces only once all of them are there. */
export function known(
  pieces: readonly Piece[],
  scope: Scope,
  then: (pieces: readonly [Piece, Piece, ...Piece[]], scope: Scope) => Piece,
): Piece {
  return bound(pieces, scope, (all, inner) => whenKnown(all, then(all, inner)))
}

type OnTwo = Extract<Expression, { kind: 'compare' | 'arithmetic' }>

function onTwo(expression: OnTwo, [left, right]: [Piece, Piece], scope: Scope): Piece {
  const { is } = expression
  if (is === '=' && right.text === 'true') return left
  if (is === '=' || is === '!=') {
    return known([left, right], scope, (sides) => joined(LEVEL.compare, is, sides.slice(0, 2)))
  }
  const level = is === '*' || is === '/' ? LEVEL.product : is === '+' || is === '-' ? LEVEL.sum : 3
  return joined(level, is, [left, right])
}

function oneOf(of: Piece, among: readonly Value[], scope: Scope): Piece {
  const list = among.map((one) => literalOf(one).text).join(', ')
  return known([of], scope, ([one]) => {
    if (list === '') return atom('false', true)
    return open(`${under(LEVEL.compare, one)} in (${list})`)
  })
}

function has(of: Piece, option: string, scope: Scope): Piece {
  return known([of], scope, ([list]) => called('list contains', [list, quoted(option)]))
}

export function limbs(kind: 'and' | 'or', of: readonly Piece[]): Piece {
  if (of.length === 0) return atom(String(kind === 'and'), true)
  return joined(LEVEL[kind], kind, of)
}

function choice(expression: Extract<Expression, { kind: 'choose' }>, scope: Scope): Piece {
  const { when, gives, otherwise } = expression
  return bound([writeFeel(when, scope)], scope, ([asked], inner) =>
    chosen(asked, writeFeel(gives, inner), writeFeel(otherwise, inner)),
  )
}

type Table = Extract<Expression, { kind: 'table' }>

/** A table inside a formula: row after row, or a sum of rows. */
function tableOf(table: Table, scope: Scope): Piece {
  if (table.hit === 'first') {
    const end: Expression = table.otherwise ?? NOTHING
    const chain = table.rows.reduceRight<Expression>(
      (otherwise, { when, gives }) => ({ kind: 'choose', when, gives, otherwise }),
      end,
    )
    return writeFeel(chain, scope)
  }
  const rows = table.rows.map(({ when, gives }) =>
    writeFeel({ kind: 'choose', when, gives, otherwise: ZERO }, scope),
  )
  return rows.length === 0 ? atom('0', true) : joined(LEVEL.sum, '+', rows)
}

const ZERO: Expression = {
  kind: 'literal',
  value: { kind: 'quantity', amount: ratio(0n, 1n), dimension: 'number' },
  printed: '0',
}
const NOTHING: Expression = { kind: 'literal', value: { kind: 'does-not-apply' }, printed: 'null' }

function extreme(expression: Extract<Expression, { kind: 'extreme' }>, scope: Scope): Piece {
  const pieces = expression.of.map((one) => writeFeel(one, scope))
  const [first] = expression.of
  const days = first !== undefined && kindOf(first, scope.program) === 'date'
  return known(pieces, scope, (all) =>
    days ? ofDays(expression.is, all) : called(expression.is, all),
  )
}

/** `min` of dates is not in every engine. */
function ofDays(is: 'min' | 'max', [first, ...rest]: readonly Piece[]): Piece {
  const sign = is === 'min' ? '<=' : '>='
  const list = rest.map(({ text }) => `${first?.text} ${sign} ${text}`)
  if (!first || list.length === 0) return first ?? atom('null')
  return open(`if ${list.join(' and ')} then ${first.text} else ${under(6, ofDays(is, rest))}`)
}

const ROUNDS = {
  up: 'round up',
  down: 'round down',
  'half-up': 'round half up',
  'half-down': 'round half down',
  'half-even': 'decimal',
} as const

function round({ is, step }: Extract<Expression, { kind: 'round' }>, of: Piece): Piece {
  const places = placesOf(step)
  if (places !== null) return called(ROUNDS[is], [of, atom(String(places), true)])
  const [over, below] = [ratio(BigInt(step.over), 1n), ratio(BigInt(step.under), 1n)]
  const steps = scaled(scaled(of, '*', below), '/', over)
  const whole = called(ROUNDS[is], [steps, atom('0', true)])
  return scaled(scaled(whole, '*', over), '/', below)
}

function scaled(piece: Piece, sign: '*' | '/', by: Rational): Piece {
  return compareRationals(by, ratio(1n, 1n)) === 0
    ? piece
    : joined(LEVEL.product, sign, [piece, numberOf(by)])
}

/** 0 for whole numbers, 2 for hundredths; null for a step that is no power of ten below one. */
function placesOf({ over, under: below }: Rational): number | null {
  return over === '1' && /^10*$/.test(below) ? below.length - 1 : null
}

function scored({ name, from, to }: Extract<Expression, { kind: 'scored' }>, scope: Scope): Piece {
  const given = atom(scope.names.score(name))
  const ends = [writeFeel(from, scope), writeFeel(to, scope)]
  return known(ends, scope, ([low, high]) => {
    const inside = `${given.text} >= ${under(3, low)} and ${given.text} <= ${under(3, high)}`
    return open(
      `if ${under(3, low)} = ${under(3, high)} then ${low.text} else if ${given.text} = null then null else if ${inside} then ${given.text} else null`,
    )
  })
}
