import type { Expression } from '../program/expression.ts'
import { FormulaError } from '../syntax/cursor.ts'
import type { Tree } from '../syntax/formula-tree.ts'
import { nearest } from '../text/nearest.ts'
import { optionOf } from '../values/supplied.ts'
import type { Value } from '../values/value.ts'
import { DAY_ASKED, type Scope, type Typer } from './scope.ts'
import {
  FLAG,
  mustFit,
  mustFitDimension,
  type Optioned,
  type Quantity,
  type Type,
  type Typed,
  typeOf,
  typeWord,
} from './type.ts'
import { typeCall } from './type-call.ts'
import { literal, typeDate, typeNumber } from './type-literal.ts'
import {
  fieldNamed,
  namedRecords,
  oneValue,
  typeFilter,
  typePath,
  typeQuantified,
} from './type-records.ts'

/**
 * Gives a parsed formula its types and turns it into a node of the program, where one value is
 * wanted: of several records only the one of a key gives that.
 * @throws FormulaError at the first part that does not fit, with what would
 */
export function typeFormula(tree: Tree, scope: Scope): Typed {
  return oneValue(typeAny(tree, scope), tree.at)
}

function typerOf(scope: Scope): Typer {
  return {
    scope,
    any: (tree) => typeAny(tree, scope),
    one: (tree) => typeFormula(tree, scope),
    flag: (tree) => typeFlag(tree, scope),
    inside: typerOf,
  }
}

/** The same where records and lists of their values will do too. */
export function typeAny(tree: Tree, scope: Scope): Typed {
  switch (tree.kind) {
    case 'number':
      return typeNumber(tree)
    case 'string':
      return {
        expression: literal({ kind: 'text', text: tree.text }, `"${tree.text}"`),
        type: { is: 'text' },
      }
    case 'flag':
      return {
        expression: literal({ kind: 'flag', flag: tree.flag }, String(tree.flag)),
        type: FLAG,
      }
    case 'date':
      return typeDate(tree)
    case 'name':
      return typeName(tree, scope)
    case 'compare':
      return typeCompare(tree, scope)
    case 'arithmetic':
      return typeArithmetic(tree, scope)
    case 'and':
    case 'or':
      return {
        expression: { kind: tree.kind, of: tree.of.map((limb) => typeFlag(limb, scope)) },
        type: FLAG,
      }
    case 'not':
      return { expression: { kind: 'not', of: typeFlag(tree.of, scope) }, type: FLAG }
    case 'in-list':
      return typeInList(tree, scope)
    case 'in-range':
      return typeInRange(tree, scope)
    case 'call':
      return typeCall(tree, typerOf(scope))
    case 'path':
      return typePath(tree, typerOf(scope))
    case 'filter':
      return typeFilter(tree, typerOf(scope))
    case 'quantified':
      return typeQuantified(tree, typerOf(scope))
    case 'choose':
      return typeChoose(tree, scope)
  }
}

/** The same, where only yes or no will do. */
export function typeFlag(tree: Tree, scope: Scope): Expression {
  const { expression, type } = typeFormula(tree, scope)
  if (type.is !== 'flag')
    throw new FormulaError(tree.at, '这里应为判断（成立或不成立）', 'this must be true or false')
  return expression
}

type Part<K extends Tree['kind']> = Extract<Tree, { kind: K }>

function typeName(tree: Part<'name'>, scope: Scope): Typed {
  if ((DAY_ASKED as readonly string[]).includes(tree.text)) {
    return { expression: { kind: 'day-asked' }, type: { is: 'day' } }
  }
  const field = scope.record && fieldNamed(scope.record.of, tree.text)
  if (field) return { expression: { kind: 'field', name: field.name }, type: typeOf(field) }
  const fact = scope.factByName.get(tree.text)
  if (fact) return { expression: { kind: 'fact', name: fact.name }, type: typeOf(fact) }
  const value = scope.valueNamed(tree.text, tree.at)
  if (value) return { expression: { kind: 'value', name: value.name }, type: typeOf(value) }
  const records = scope.recordsByName.get(tree.text)
  if (!records) throw unknownName(tree, scope)
  return namedRecords(records, tree, scope)
}

function unknownName(tree: Part<'name'>, scope: Scope): FormulaError {
  const guess = nearest(tree.text, scope.names)
  return new FormulaError(
    tree.at,
    `词汇表里没有“${tree.text}”${guess ? `，是否为“${guess}”？` : ''}`,
    `the vocabulary has no “${tree.text}”${guess ? `; did you mean “${guess}”?` : ''}`,
  )
}

function typeCompare(tree: Part<'compare'>, scope: Scope): Typed {
  const left = typeFormula(tree.left, scope)
  const right = matched(tree.right, left.type, scope)
  const orders = tree.is !== '=' && tree.is !== '!='
  mustFit({ left: left.type, right: right.type, at: tree.right.at })
  if (orders && left.type.is !== 'quantity' && left.type.is !== 'day') {
    throw new FormulaError(
      tree.at,
      '只有数和日期可以比大小',
      'only numbers and days can be ordered',
    )
  }
  if (left.type.is === 'choices' || left.type.is === 'duration') {
    throw new FormulaError(tree.at, '多选项请用 in (…)', 'use in (…) for a list of options')
  }
  return {
    expression: { kind: 'compare', is: tree.is, left: left.expression, right: right.expression },
    type: FLAG,
  }
}

/** The right side in the light of the left: text beside a choice is one of its options. */
export function matched(tree: Tree, beside: Type, scope: Scope): Typed {
  if ((beside.is !== 'choice' && beside.is !== 'choices') || tree.kind !== 'string')
    return typeFormula(tree, scope)
  return {
    expression: literal(optionValue(tree, beside.fact), tree.text),
    type: { is: 'choice', fact: beside.fact },
  }
}

function optionValue(tree: Part<'string'>, fact: Optioned): Value {
  const option = optionOf(fact, tree.text)
  if (option) return { kind: 'choice', option }
  const titles = fact.options.map(({ title }) => title.zh)
  const guess = nearest(tree.text, titles)
  throw new FormulaError(
    tree.at,
    `“${fact.title.zh}”没有选项“${tree.text}”${guess ? `，是否为“${guess}”？` : `（有：${titles.join('、')}）`}`,
    `“${fact.title.en}” has no option “${tree.text}”`,
  )
}

function typeArithmetic(tree: Part<'arithmetic'>, scope: Scope): Typed {
  const left = typeFormula(tree.left, scope)
  const right = typeFormula(tree.right, scope)
  if (left.type.is === 'day' && right.type.is === 'duration') return moved(tree, left, right.type)
  if (left.type.is !== 'quantity' || right.type.is !== 'quantity') {
    throw new FormulaError(
      tree.at,
      `${typeWord(left.type).zh}和${typeWord(right.type).zh}不能这样运算`,
      `${typeWord(left.type).en} and ${typeWord(right.type).en} cannot be calculated with`,
    )
  }
  const type = resultOf(tree, left.type, right.type)
  return {
    expression: { kind: 'arithmetic', is: tree.is, left: left.expression, right: right.expression },
    type,
  }
}

const LONGEST = { months: 1_200, days: 36_525, 'working-days': 2_000 } as const

function moved(tree: Part<'arithmetic'>, day: Typed, by: Extract<Type, { is: 'duration' }>): Typed {
  if (tree.is !== '+' && tree.is !== '-')
    throw new FormulaError(
      tree.at,
      '日期只能加减时长',
      'a day can only be moved by a length of time',
    )
  if (!Number.isInteger(by.by))
    throw new FormulaError(tree.at, '时长应为整数', 'a length of time must be whole')
  // Beyond a century a day could leave the years that yyyy-mm-dd can spell and order.
  if (by.by > LONGEST[by.unit])
    throw new FormulaError(
      tree.at,
      '时长不能超过100年',
      'a length of time may not exceed 100 years',
    )
  const moved = (tree.is === '+' ? 1 : -1) * by.by
  const expression: Expression =
    by.unit === 'working-days'
      ? { kind: 'move-working-days', day: day.expression, by: moved }
      : { kind: 'move-day', day: day.expression, by: moved, unit: by.unit }
  return { expression, type: { is: 'day' } }
}

function resultOf(tree: Part<'arithmetic'>, left: Quantity, right: Quantity): Type {
  if (tree.is === '+' || tree.is === '-') {
    mustFitDimension(left, right, tree.right.at)
    return left
  }
  if (tree.is === '/') {
    if (left.dimension === right.dimension)
      return { is: 'quantity', dimension: 'share', classifier: null }
    return {
      ...left,
      dimension: right.dimension === 'number' ? left.dimension : 'number',
      classifier: null,
    }
  }
  const plain = (of: Quantity) => of.dimension === 'number' || of.dimension === 'share'
  if (!plain(left) && !plain(right))
    throw new FormulaError(
      tree.at,
      '两个带单位的数不能相乘',
      'two measured numbers cannot be multiplied',
    )
  return plain(left) ? right : left
}

function typeInList(tree: Part<'in-list'>, scope: Scope): Typed {
  const of = typeFormula(tree.of, scope)
  const among = tree.among.map((one) => {
    const typed = matched(one, of.type, scope)
    mustFit({
      left: of.type.is === 'choices' ? { ...of.type, is: 'choice' } : of.type,
      right: typed.type,
      at: one.at,
    })
    if (typed.expression.kind !== 'literal')
      throw new FormulaError(one.at, '列表里只能写具体的值', 'a list may only hold plain values')
    return typed.expression.value
  })
  if (of.type.is !== 'choices')
    return { expression: { kind: 'within', of: of.expression, among }, type: FLAG }
  const limbs = among.map(
    (value): Expression => ({
      kind: 'holds',
      of: of.expression,
      option: value.kind === 'choice' ? value.option : '',
    }),
  )
  return { expression: { kind: 'or', of: limbs }, type: FLAG }
}

function typeInRange(tree: Part<'in-range'>, scope: Scope): Typed {
  const { at, of, from, to } = tree
  const above: Tree = { kind: 'compare', is: tree.fromIsIn ? '>=' : '>', left: of, right: from, at }
  const below: Tree = { kind: 'compare', is: tree.toIsIn ? '<=' : '<', left: of, right: to, at }
  return typeFormula({ kind: 'and', of: [above, below], at }, scope)
}

function typeChoose(tree: Part<'choose'>, scope: Scope): Typed {
  const when = typeFlag(tree.when, scope)
  const gives = typeFormula(tree.gives, scope)
  const otherwise = typeFormula(tree.otherwise, scope)
  mustFit({ left: gives.type, right: otherwise.type, at: tree.otherwise.at })
  return {
    expression: { kind: 'choose', when, gives: gives.expression, otherwise: otherwise.expression },
    type: gives.type,
  }
}
