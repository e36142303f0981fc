import { parseFeel } from '../feel/parse.ts'
import type { Feel } from '../feel/tree.ts'
import type { DmnTable, Rule } from './dmn-table.ts'
import { alike } from './guards.ts'
import { NotTaken, type Spot } from './place.ts'

/** How a table of ours reads its rows, and what must be proved of them before it says the same. */
export type Reading = {
  readonly hit: 'first' | 'sum' | null
  readonly rules: readonly Rule[]
  /** `apart`: no two rows hold together; `agree`: those that do give the same; `covered`: one holds. */
  readonly proves: 'apart' | 'agree' | 'covered' | null
}

/**
 * The rows of a DMN table in the order ours reads them.
 * @throws NotTaken for hit policies that give lists, and for priorities nobody states
 */
export function readingOf(table: DmnTable, rules: readonly Rule[]): Reading {
  const spot = { line: table.line, at: table.name }
  switch (table.hit) {
    case 'UNIQUE':
      return { hit: null, rules, proves: 'apart' }
    case 'ANY':
      return { hit: 'first', rules, proves: 'agree' }
    case 'FIRST':
      return { hit: 'first', rules, proves: null }
    case 'PRIORITY':
      return { hit: 'first', rules: byPriority(table, rules, spot), proves: null }
    case 'COLLECT':
      return collected(table, rules, spot)
    default:
      throw new NotTaken(
        spot,
        `命中策略 ${table.hit} 给出列表，而数值只有一个结果`,
        `the hit policy ${table.hit} gives a list; a value gives one thing`,
      )
  }
}

function collected(table: DmnTable, rules: readonly Rule[], spot: Spot): Reading {
  switch (table.aggregation) {
    case 'SUM':
      return { hit: 'sum', rules, proves: 'covered' }
    case 'MIN':
      return { hit: 'first', rules: byNumber(rules, spot, 1), proves: null }
    case 'MAX':
      return { hit: 'first', rules: byNumber(rules, spot, -1), proves: null }
    case null:
      throw new NotTaken(
        spot,
        '汇集（COLLECT）给出列表，而数值只有一个结果',
        'COLLECT gives a list; a value gives one thing',
      )
    default:
      throw new NotTaken(
        spot,
        'COUNT 数的是行还是不同的结果，各家引擎不一致',
        'engines differ on whether COUNT counts rows or different results',
      )
  }
}

/** Rows whose result stands earlier in the list of output values come first. */
function byPriority(table: DmnTable, rules: readonly Rule[], spot: Spot): readonly Rule[] {
  const [output, second] = table.outputs
  if (!output?.allowed || second) {
    throw new NotTaken(
      spot,
      '按优先级的表应恰有一个输出，并列出输出值的次序',
      'a table by priority needs exactly one output with its values in order',
    )
  }
  const listed = parseFeel(`[${output.allowed}]`)
  const order: readonly Feel[] = listed.kind === 'list' ? listed.of : []
  const rank = (rule: Rule) => {
    const gives = parseFeel(rule.gives[0] ?? '')
    const place = order.findIndex((one) => alike(one, gives))
    if (place >= 0) return place
    const text = rule.gives[0] ?? ''
    throw new NotTaken(
      { line: rule.line, at: spot.at },
      `结果 ${text} 不在输出值之列，排不了优先级`,
      `the result ${text} is not among the output values, so it has no priority`,
    )
  }
  return rules.toSorted((a, b) => rank(a) - rank(b))
}

/** The least of all that hold is the first that holds once the rows go up. */
function byNumber(rules: readonly Rule[], spot: Spot, sign: 1 | -1): readonly Rule[] {
  const number = (rule: Rule) => {
    const gives = parseFeel(rule.gives[0] ?? '')
    if (gives.kind === 'number') return Number(gives.text)
    if (gives.kind === 'negative' && gives.of.kind === 'number') return -Number(gives.of.text)
    throw new NotTaken(
      { line: rule.line, at: spot.at },
      '取最小（最大）的表，每行结果应为数字',
      'each row of a table that takes the least or greatest must give a plain number',
    )
  }
  return rules.toSorted((a, b) => sign * (number(a) - number(b)))
}
