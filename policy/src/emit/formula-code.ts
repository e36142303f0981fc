import { unreachable } from '../evaluate/formula.ts'
import type { Expression } from '../program/expression.ts'
import type { Value } from '../values/value.ts'

/**
 * A formula as JavaScript over the runtime: values are BigInt pairs `[over, under]`, text, booleans
 * or a list; U stands for unknown, X for unavailable. `g` is what is given, `on` the day asked.
 */
export function formulaCode(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return valueCode(expression.value)
    case 'fact':
      return `fact(g, ${JSON.stringify(expression.name)})`
    case 'day-asked':
      return 'on'
    case 'compare':
      return `compare(${JSON.stringify(expression.is)}, ${pair(expression)})`
    case 'within':
      return `within(${formulaCode(expression.of)}, [${expression.among.map(valueCode).join(', ')}])`
    case 'holds':
      return `holds(${formulaCode(expression.of)}, ${JSON.stringify(expression.option)})`
    case 'arithmetic':
      return `calculate(${JSON.stringify(expression.is)}, ${pair(expression)})`
    case 'move-day':
      return `moveDay(${formulaCode(expression.day)}, ${expression.by}, ${JSON.stringify(expression.unit)})`
    case 'extreme':
      return `extreme(${JSON.stringify(expression.is)}, ${many(expression.of)})`
    case 'and':
      return `allOf(${many(expression.of)})`
    case 'or':
      return `anyOf(${many(expression.of)})`
    case 'not':
      return `notOf(${formulaCode(expression.of)})`
    case 'choose':
      return `choose(${formulaCode(expression.when)}, () => ${formulaCode(expression.gives)}, () => ${formulaCode(expression.otherwise)})`
    case 'bands':
      return bandsCode(expression)
    default:
      return unreachable(expression)
  }
}

function pair({ left, right }: { readonly left: Expression; readonly right: Expression }): string {
  return `${formulaCode(left)}, ${formulaCode(right)}`
}

function many(of: readonly Expression[]): string {
  return `[${of.map(formulaCode).join(', ')}]`
}

function bandsCode({ of, rows }: Extract<Expression, { kind: 'bands' }>): string {
  const code = rows.map((row) => {
    const from = row.from ? `[${row.fromIsIn}, ${valueCode(row.from)}]` : 'null'
    const to = row.to ? `[${row.toIsIn}, ${valueCode(row.to)}]` : 'null'
    return `[${from}, ${to}, ${valueCode(row.gives)}]`
  })
  return `bands(${formulaCode(of)}, [${code.join(', ')}])`
}

function valueCode(value: Value): string {
  switch (value.kind) {
    case 'quantity':
      return `[${value.amount.over}n, ${value.amount.under}n]`
    case 'day':
      return JSON.stringify(value.day)
    case 'flag':
      return value.flag ? 'Y' : 'N'
    case 'choice':
      return JSON.stringify(value.option)
    case 'choices':
      return JSON.stringify({ options: value.options })
    case 'text':
      return JSON.stringify(value.text)
    case 'does-not-apply':
      return 'NA'
    default:
      return unreachable(value)
  }
}
