import type { Expression, Rounding } from '../program/expression.ts'
import { FormulaError } from '../syntax/cursor.ts'
import type { Tree } from '../syntax/formula-tree.ts'
import type { FunctionName } from '../syntax/functions.ts'
import { compareRationals, type Rational, ratio } from '../values/rational.ts'
import type { Typer } from './scope.ts'
import { FLAG, mustFit, mustFitDimension, PLAIN, type Quantity, type Typed } from './type.ts'
import { literal } from './type-literal.ts'
import { columnIn, recordsIn } from './type-records.ts'

type Call = Extract<Tree, { kind: 'call' }>

/** How many values each function takes. */
const TAKES: Readonly<Partial<Record<FunctionName, readonly [least: number, most: number]>>> = {
  min: [1, 50],
  max: [1, 50],
  'round up': [1, 2],
  'round down': [1, 2],
  'round half up': [1, 2],
  'round half down': [1, 2],
  'round half even': [1, 2],
  'days between': [2, 2],
  'months between': [2, 2],
  'years between': [2, 2],
  contains: [2, 2],
  'starts with': [2, 2],
}

/** @throws FormulaError when a function is given what it does not take */
export function typeCall(call: Call, by: Typer): Typed {
  const [least, most] = TAKES[call.name] ?? [1, 1]
  if (call.of.length < least || call.of.length > most)
    throw new FormulaError(
      call.at,
      `${call.name} 需要${least === most ? least : `${least}到${most}`}个值`,
      `${call.name} takes ${least === most ? least : `${least} to ${most}`} values`,
    )
  switch (call.name) {
    case 'min':
    case 'max':
      return typeExtreme(call, call.name, by)
    case 'sum':
    case 'mean':
      return typeSum(call, by)
    case 'count': {
      const { records, where } = recordsIn(first(call), by)
      return { expression: { kind: 'count', records: records.name, where }, type: PLAIN }
    }
    case 'longest run':
    case 'latest run':
      return typeRun(call, call.name === 'longest run' ? 'longest' : 'latest', by)
    case 'floor':
    case 'ceiling':
      return typeWhole(call, call.name === 'floor', by)
    case 'days between':
    case 'months between':
    case 'years between':
      return typeBetween(call, by)
    case 'start of month':
    case 'start of year': {
      const of = dayIn(first(call), by)
      const unit = call.name === 'start of month' ? 'month' : 'year'
      return { expression: { kind: 'start-of', unit, of }, type: { is: 'day' } }
    }
    case 'contains':
    case 'starts with':
      return typeTextTest(call, by)
    default:
      return typeRound(call, ROUNDINGS[call.name], by)
  }
}

const ROUNDINGS = {
  'round up': 'up',
  'round down': 'down',
  'round half up': 'half-up',
  'round half down': 'half-down',
  'round half even': 'half-even',
} as const satisfies Readonly<Record<string, Rounding>>

function typeExtreme(call: Call, is: 'min' | 'max', by: Typer): Typed {
  const column = call.of.length === 1 ? columnIn(first(call), by) : null
  if (column) {
    mustOrder({ expression: column.of, type: column.item }, first(call).at)
    const { records, where, of } = column
    return { expression: { kind: 'most', is, records: records.name, where, of }, type: column.item }
  }
  const parts = call.of.map((one) => by.one(one))
  const [head, ...rest] = parts
  if (!head) throw new FormulaError(call.at, '至少要有一个值', 'at least one value is needed')
  for (const part of rest) mustFit({ left: head.type, right: part.type, at: call.at })
  mustOrder(head, call.at)
  return {
    expression: { kind: 'extreme', is, of: parts.map(({ expression }) => expression) },
    type: head.type,
  }
}

function mustOrder({ type }: Typed, at: number): void {
  if (type.is !== 'quantity' && type.is !== 'day')
    throw new FormulaError(at, '只有数和日期可以比大小', 'only numbers and days can be ordered')
}

/** `sum(记录.字段)`; `mean` is the sum over the count. */
function typeSum(call: Call, by: Typer): Typed {
  const column = columnIn(first(call), by)
  if (column?.item.is !== 'quantity')
    throw new FormulaError(
      call.at,
      `${call.name} 要合计记录里的一项数字，如 sum(年度数据.营业收入)`,
      `${call.name} adds up a number of records, such as sum(yearly.revenue)`,
    )
  const { records, where, of, item } = column
  const sum: Expression = { kind: 'sum', records: records.name, where, of }
  if (call.name === 'sum') return { expression: sum, type: item }
  const count: Expression = { kind: 'count', records: records.name, where }
  const type: Quantity = item.dimension === 'count' ? { ...item, dimension: 'number' } : item
  return { expression: { kind: 'arithmetic', is: '/', left: sum, right: count }, type }
}

function typeRun(call: Call, is: 'longest' | 'latest', by: Typer): Typed {
  const { records, where } = recordsIn(first(call), by)
  if (records.key === null)
    throw new FormulaError(
      call.at,
      `“${records.title.zh}”没有年度（key），不能数连续`,
      `“${records.title.en}” have no key; nothing can be in a row`,
    )
  return { expression: { kind: 'run', is, records: records.name, where }, type: PLAIN }
}

/** To whole steps: of 1 in the base unit, or of the second value. */
function typeRound(call: Call, is: Rounding, by: Typer): Typed {
  const of = numberIn(first(call), by)
  const second = call.of[1]
  const step = second ? stepIn(second, of.type, by) : ONE
  return { expression: { kind: 'round', is, of: of.expression, step }, type: of.type }
}

const ONE: Rational = ratio(1n, 1n)

function stepIn(tree: Tree, beside: Quantity, by: Typer): Rational {
  const { expression, type } = numberIn(tree, by)
  const value = expression.kind === 'literal' ? expression.value : null
  if (value?.kind !== 'quantity' || compareRationals(value.amount, ratio(0n, 1n)) <= 0)
    throw new FormulaError(tree.at, '取整的单位应为大于零的数', 'a step must be a number above 0')
  if (type.dimension !== 'number') mustFitDimension(beside, type, tree.at)
  return value.amount
}

type Number = { readonly expression: Expression; readonly type: Quantity }

function numberIn(tree: Tree, by: Typer): Number {
  const { expression, type } = by.one(tree)
  if (type.is !== 'quantity') throw new FormulaError(tree.at, '这里应为数', 'this must be a number')
  return { expression, type }
}

/** Floor and ceiling go by the sign, `round` by the size: the sign decides which it is. */
function typeWhole(call: Call, floor: boolean, by: Typer): Typed {
  const { expression: of, type } = numberIn(first(call), by)
  const round = (is: Rounding): Expression => ({ kind: 'round', is, of, step: ONE })
  const zero = literal({ kind: 'quantity', amount: ratio(0n, 1n), dimension: type.dimension }, '0')
  return {
    expression: {
      kind: 'choose',
      when: { kind: 'compare', is: '>=', left: of, right: zero },
      gives: round(floor ? 'down' : 'up'),
      otherwise: round(floor ? 'up' : 'down'),
    },
    type,
  }
}

function typeBetween(call: Call, by: Typer): Typed {
  const [from, to] = call.of.map((one) => dayIn(one, by))
  const unit = call.name.split(' ')[0] as 'days' | 'months' | 'years'
  if (!from || !to) throw new FormulaError(call.at, '需要两个日期', 'two days are needed')
  return { expression: { kind: 'between', unit, from, to }, type: PLAIN }
}

function dayIn(tree: Tree, by: Typer): Expression {
  const { expression, type } = by.one(tree)
  if (type.is !== 'day') throw new FormulaError(tree.at, '这里应为日期', 'this must be a day')
  return expression
}

function typeTextTest(call: Call, by: Typer): Typed {
  const [left, right] = call.of
  const of = left && by.one(left)
  if (of?.type.is !== 'text' || right?.kind !== 'string')
    throw new FormulaError(
      call.at,
      `${call.name} 比较一项文字与引号里的文字`,
      `${call.name} takes a text and a quoted text`,
    )
  const is = call.name === 'contains' ? 'contains' : 'starts-with'
  return {
    expression: { kind: 'text-test', is, of: of.expression, text: right.text },
    type: FLAG,
  }
}

function first(call: Call): Tree {
  const [one] = call.of
  if (!one) throw new FormulaError(call.at, '缺少值', 'a value is missing')
  return one
}
