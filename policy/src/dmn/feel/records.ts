import type { Expression, RecordsFormula } from '../../program/expression.ts'
import { kindOf } from './kind.ts'
import {
  atom,
  isNotApplying,
  isNull,
  LEVEL,
  NOT_APPLYING,
  open,
  type Piece,
  under,
  whenApplying,
} from './piece.ts'
import { bound, type Scope } from './scope.ts'

type Write = (expression: Expression, scope: Scope) => Piece

/** Nodes about records, each strict: null while one record leaves it open. */
export function writeRecords(node: RecordsFormula, scope: Scope, write: Write): Piece {
  if (node.kind === 'field') return fieldOf(node.name, scope)
  const at = recordsAt(node.records, scope)
  const where =
    'where' in node && node.where ? truthOf(node.where, at.inner, write) : atom('true', true)
  switch (node.kind) {
    case 'sum': {
      const of = write(node.of, at.inner)
      const all = `sum(${each(at, given(where, of, '0'))})`
      return strict(at, { where, of, gives: `if count(${at.list}) = 0 then 0 else ${all}` })
    }
    case 'most': {
      const of = write(node.of, at.inner)
      const list = `(${each(at, given(where, of, 'null'))})[item != null]`
      const days = kindOf(node.of, scope.program) === 'date'
      return strict(at, {
        where,
        of,
        gives: days ? dayAmong(node.is, list) : `${node.is}(${list})`,
      })
    }
    case 'count':
      return strict(at, {
        where,
        of: null,
        gives: `if count(${at.list}) = 0 then 0 else sum(${each(at, given(where, ONE, '0'))})`,
      })
    case 'at-least-records':
      return atLeast(at, where, node.count)
    case 'pick':
      return picked(at, write(node.key, scope), write(node.of, at.inner))
    case 'run':
      return run(at, where, node.is)
  }
}

type At = {
  readonly list: string
  readonly variable: string
  readonly key: string
  readonly inner: Scope
}

const ONE = atom('1', true)

/** What does not apply is no. */
function truthOf(of: Expression, scope: Scope, write: Write): Piece {
  const piece = write(of, scope)
  return piece.na ? bound([piece], scope, ([one]) => whenApplying([one], 'false', one)) : piece
}

function fieldOf(name: string, { record, names }: Scope): Piece {
  return record ? atom(`${record.variable}.${names.field(record.records, name)}`) : atom('null')
}

function recordsAt(records: string, scope: Scope): At {
  const variable = `r${scope.depth + 1}`
  const key = scope.program.records[records]?.key ?? ''
  return {
    list: scope.names.records(records),
    variable,
    key: `${variable}.${scope.names.field(records, key)}`,
    inner: { ...scope, record: { variable, records }, depth: scope.depth + 1 },
  }
}

function each({ variable, list }: At, gives: string): string {
  return `for ${variable} in ${list} return ${gives}`
}

function given(where: Piece, of: Piece, otherwise: string): string {
  if (where.text === 'true') return under(LEVEL.open, of)
  return `if ${where.text} then ${under(LEVEL.open, of)} else ${otherwise}`
}

type Strict = { readonly where: Piece; readonly of: Piece | null; readonly gives: string }

/** Null while the list is, while a test is, or while what is counted is. */
function strict(at: At, { where, of, gives }: Strict): Piece {
  const lacks = [
    ...(where.sure ? [] : [isNull(where).text]),
    ...(of && !of.sure ? [`(${given(where, isNull(of), 'false')})`] : []),
  ]
  const gap =
    lacks.length === 0
      ? gives
      : `if some ${at.variable} in ${at.list} satisfies ${lacks.join(' or ')} then null else ${whereApplying(at, { where, of, gives })}`
  return open(`if ${at.list} = null then null else ${gap}`)
}

/** One that does not apply among those that count is the answer. */
function whereApplying(at: At, { where, of, gives }: Strict): string {
  if (!of?.na) return gives
  const test = given(where, isNotApplying(of), 'false')
  return `if some ${at.variable} in ${at.list} satisfies (${test}) then ${NOT_APPLYING} else ${gives}`
}

function atLeast(at: At, where: Piece, count: number): Piece {
  const sum = (gives: string) => `sum(${each(at, gives)})`
  const sure = sum(given(where, ONE, '0'))
  const failed = sum(`if ${isFalse(where)} then 1 else 0`)
  const left = `if count(${at.list}) - ${failed} < ${count} then false else null`
  const some = `if ${sure} >= ${count} then true else ${left}`
  const none = `if count(${at.list}) = 0 then ${count <= 0} else ${some}`
  return open(`if ${at.list} = null then null else ${none}`)
}

function isFalse(where: Piece): string {
  return where.text === 'true' ? 'false' : `${under(LEVEL.compare, where)} = false`
}

function dayAmong(is: 'min' | 'max', list: string): string {
  const sign = is === 'min' ? '<=' : '>='
  return `(for d1 in ${list} return if every d2 in ${list} satisfies d1 ${sign} d2 then d1 else null)[item != null][1]`
}

/** Keys are always there and each is there once; the record is found first, then asked. */
function picked(at: At, key: Piece, of: Piece): Piece {
  const { variable, list } = at
  const bears = `${at.key} = ${under(LEVEL.compare, key)}`
  const found = `(${each(at, `if ${bears} then ${variable} else null`)})[item != null]`
  const asked = `(for ${variable} in ${found} return ${of.text})[1]`
  return open(`if ${list} = null then null else ${asked}`)
}

/** A run from key a to key b holds as many records as keys. */
function run(at: At, where: Piece, is: 'longest' | 'latest'): Piece {
  const { inner } = at
  const [a, b, keys] = ['a', 'b', 'k'].map((one) => `r${inner.depth}${one}`)
  const holding = `(${each(at, given(where, atom(at.key), 'null'))})[item != null]`
  const full = `count(${keys}[item >= ${a} and item <= ${b}]) = ${b} - ${a} + 1`
  const last = `max(${each(at, at.key)})`
  const end = is === 'latest' ? ` and ${b} = ${last}` : ''
  const runs = `for ${a} in ${keys}, ${b} in ${keys} return if ${b} >= ${a}${end} and ${full} then ${b} - ${a} + 1 else 0`
  const gives = `(for ${keys} in [${holding}] return if count(${keys}) = 0 then 0 else max(${runs}))[1]`
  return strict(at, { where, of: null, gives })
}
