import type { Expression } from '../../program/expression.ts'
import { compareRationals, type Rational, ratio } from '../../values/rational.ts'
import type { Value } from '../../values/value.ts'
import { type DayWriter, writeDay } from './days.ts'
import { kindOf, mayNotApply } from './kind.ts'
import { literalOf, numberOf } from './literal.ts'
import {
  atom,
  called,
  chosen,
  isNotApplying,
  joined,
  LEVEL,
  NOT_APPLYING,
  open,
  type Piece,
  quoted,
  under,
  whenApplying,
  whenKnown,
} from './piece.ts'
import { writeRecords } from './records.ts'
import { applying, bound, Inexpressible, known, type Scope } from './scope.ts'

/**
 * A formula in standard FEEL that says the same: null where ours is undecided, and nowhere a null
 * that FEEL would take for a no. What does not apply is a text of its own.
 * @throws Inexpressible
 */
export function writeFeel(expression: Expression, scope: Scope): Piece {
  const piece = written(expression, scope)
  return mayNotApply(expression, scope.program) ? { ...piece, na: true } : piece
}

/** A formula where yes or no is asked: what does not apply is no. */
export function writeTruth(expression: Expression, scope: Scope): Piece {
  const piece = writeFeel(expression, scope)
  return piece.na ? bound([piece], scope, ([one]) => whenApplying([one], 'false', one)) : piece
}

function written(expression: Expression, scope: Scope): Piece {
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
      return compared(expression, scope)
    case 'arithmetic':
      return calculated(expression, scope)
    case 'within':
      return oneOf(writeFeel(expression.of, scope), expression.among, scope)
    case 'and':
    case 'or':
      return limbs(
        expression.kind,
        expression.of.map((one) => writeTruth(one, scope)),
      )
    case 'not':
      return called('not', [writeTruth(expression.of, scope)])
    case 'choose':
      return choice(expression, scope)
    case 'table':
      return tableOf(expression, scope)
    default:
      return writeRare(expression, scope)
  }
}

type Common = 'literal' | 'fact' | 'value' | 'day-asked' | 'compare' | 'arithmetic' | 'within'
type Joining = 'and' | 'or' | 'not' | 'choose' | 'table'
type Rare = Exclude<Expression, { kind: Common | Joining }>

function writeRare(expression: Rare, scope: Scope): Piece {
  const of = (one: Expression) => [writeFeel(one, scope)]
  const no = { scope, otherwise: 'false' }
  switch (expression.kind) {
    case 'extreme':
      return extreme(expression, scope)
    case 'round':
      return applying(of(expression.of), { scope, otherwise: NOT_APPLYING }, ([one]) =>
        round(expression, one),
      )
    case 'holds':
      return known(of(expression.of), no, ([list]) =>
        called('list contains', [list, quoted(expression.option)]),
      )
    case 'text-test': {
      const name = expression.is === 'contains' ? 'contains' : 'starts with'
      return known(of(expression.of), no, ([one]) => called(name, [one, quoted(expression.text)]))
    }
    case 'scored':
      return scored(expression, scope)
    case 'move-working-days':
      throw new Inexpressible('counts working days by a calendar, which FEEL has not')
    case 'move-day':
    case 'between':
    case 'part':
    case 'start-of': {
      const days: DayWriter = (parts, then) =>
        known(parts.flatMap(of), { scope, otherwise: NOT_APPLYING }, then)
      return writeDay(expression, days)
    }
    default:
      return writeRecords(expression, scope, writeFeel)
  }
}

type Node<K extends Expression['kind']> = Extract<Expression, { kind: K }>

/** What a calculation is made of: its operands without the signs between them. */
function operandsOf(of: Expression): readonly Expression[] {
  return of.kind === 'arithmetic' ? [...operandsOf(of.left), ...operandsOf(of.right)] : [of]
}

/** The calculation with its operands written; takes them off the front of `pieces`. */
function rebuilt(of: Expression, pieces: Piece[]): Piece {
  if (of.kind !== 'arithmetic') return pieces.shift() ?? atom('null')
  const level = of.is === '*' || of.is === '/' ? LEVEL.product : LEVEL.sum
  return joined(level, of.is, [rebuilt(of.left, pieces), rebuilt(of.right, pieces)])
}

function calculated(of: Node<'arithmetic'>, scope: Scope): Piece {
  const operands = operandsOf(of).map((one) => writeFeel(one, scope))
  return applying(operands, { scope, otherwise: NOT_APPLYING }, (all) => rebuilt(of, [...all]))
}

const WORDS: readonly string[] = ['string', 'list']

/** Sides are equal or in order; what does not apply equals only itself and has no order. */
function compared({ is, left, right }: Node<'compare'>, scope: Scope): Piece {
  const operands = [...operandsOf(left), ...operandsOf(right)]
  const words = WORDS.includes(kindOf(left, scope.program))
  const pieces = operands.map((one) => {
    const piece = writeFeel(one, scope)
    return words ? { ...piece, na: false } : piece
  })
  if (is === '=' && right.kind === 'literal' && pieces.at(-1)?.text === 'true') {
    return writeTruth(left, scope)
  }
  const first = operandsOf(left).length
  const sides = (all: readonly Piece[]): readonly [Piece, Piece] => {
    const rest = [...all]
    return [rebuilt(left, rest), rebuilt(right, rest)]
  }
  const together = (all: readonly Piece[]) => joined(LEVEL.compare, is, sides(all))
  if (is !== '=' && is !== '!=') return applying(pieces, { scope, otherwise: 'false' }, together)
  return bound(pieces, scope, (all) => {
    const [a, b] = [all.slice(0, first), all.slice(first)].map((some) =>
      some.filter(({ na }) => na),
    )
    // A division by zero is null although its operands are there.
    const divided = sides(all).filter(({ level }) => level !== LEVEL.atom)
    const apart = whenApplying(all, String(is === '!='), whenKnown(divided, together(all)))
    if (!a?.length || !b?.length) return whenKnown(all, apart)
    const both = [a, b].map((some) =>
      under(LEVEL.and, joined(LEVEL.or, 'or', some.map(isNotApplying))),
    )
    return whenKnown(all, open(`if ${both.join(' and ')} then ${is === '='} else ${apart.text}`))
  })
}

function oneOf(of: Piece, among: readonly Value[], scope: Scope): Piece {
  const list = among.map((one) => literalOf(one).text).join(', ')
  const words = among.every(({ kind }) => kind === 'choice' || kind === 'text')
  const piece = words ? { ...of, na: false } : of
  return known([piece], { scope, otherwise: 'false' }, ([one]) => {
    if (list === '') return atom('false', true)
    return open(`${under(LEVEL.compare, one)} in (${list})`)
  })
}

export function limbs(kind: 'and' | 'or', of: readonly Piece[]): Piece {
  if (of.length === 0) return atom(String(kind === 'and'), true)
  return joined(LEVEL[kind], kind, of)
}

function choice({ when, gives, otherwise }: Node<'choose'>, scope: Scope): Piece {
  return bound([writeTruth(when, scope)], scope, ([asked], inner) =>
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
  if (rows.length === 0) return atom('0', true)
  return applying(rows, { scope, otherwise: NOT_APPLYING }, (all) =>
    joined(LEVEL.sum, '+', all.slice(0, rows.length)),
  )
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
  return known(pieces, { scope, otherwise: NOT_APPLYING }, (all) =>
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
  return known(ends, { scope, otherwise: NOT_APPLYING }, ([low, high]) => {
    const inside = `${given.text} >= ${under(3, low)} and ${given.text} <= ${under(3, high)}`
    return open(
      `if ${under(3, low)} = ${under(3, high)} then ${low.text} else if ${given.text} = null then null else if ${inside} then ${given.text} else null`,
    )
  })
}
