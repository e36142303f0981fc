import { unreachable } from '../evaluate/frame.ts'
import type { DayFormula, Expression, RecordsFormula, TableFormula } from '../program/expression.ts'
import type { Value } from '../values/value.ts'

/**
 * A formula as JavaScript over the runtime: values are BigInt pairs `[over, under]`, text, booleans
 * or a list; U stands for unknown, X for unavailable. `c` is what is given and the day asked, `r`
 * the record at hand.
 */
export function formulaCode(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return valueCode(expression.value)
    case 'fact':
      return `fact(c, ${json(expression.name)})`
    case 'value':
      return `value(c, ${json(expression.name)})`
    case 'day-asked':
      return 'c.on'
    case 'compare':
      return `compare(${json(expression.is)}, ${pair(expression)})`
    case 'within':
      return `within(${formulaCode(expression.of)}, [${expression.among.map(valueCode).join(', ')}])`
    case 'holds':
      return `holds(${formulaCode(expression.of)}, ${json(expression.option)})`
    case 'text-test':
      return `textTest(${json(expression.is)}, ${formulaCode(expression.of)}, ${json(expression.text)})`
    case 'arithmetic':
      return `calculate(${json(expression.is)}, ${pair(expression)})`
    case 'round':
      return `rounded(${json(expression.is)}, ${formulaCode(expression.of)}, [${expression.step.over}n, ${expression.step.under}n])`
    case 'extreme':
      return `extreme(${json(expression.is)}, ${many(expression.of)})`
    case 'and':
    case 'or':
      return `${expression.kind === 'and' ? 'allOf' : 'anyOf'}(${many(expression.of)})`
    case 'not':
      return `notOf(${formulaCode(expression.of)})`
    case 'choose':
      return `choose(${formulaCode(expression.when)}, () => ${formulaCode(expression.gives)}, () => ${formulaCode(expression.otherwise)})`
    case 'table':
      return tableCode(expression)
    case 'scored':
      return `scored(c, ${json(expression.name)}, ${formulaCode(expression.from)}, ${formulaCode(expression.to)})`
    case 'move-day':
    case 'move-working-days':
    case 'between':
    case 'part':
    case 'start-of':
      return dayCode(expression)
    case 'field':
    case 'sum':
    case 'count':
    case 'most':
    case 'pick':
    case 'run':
    case 'at-least-records':
      return recordsCode(expression)
    default:
      return unreachable(expression)
  }
}

function dayCode(node: DayFormula): string {
  switch (node.kind) {
    case 'move-day':
      return `moveDay(${formulaCode(node.day)}, ${node.by}, ${json(node.unit)})`
    case 'move-working-days':
      return `moveWorkingDays(c, ${formulaCode(node.day)}, ${node.by})`
    case 'between':
      return `between(${json(node.unit)}, ${formulaCode(node.from)}, ${formulaCode(node.to)})`
    case 'part':
      return `part(${json(node.is)}, ${formulaCode(node.of)})`
    case 'start-of':
      return `startOf(${json(node.unit)}, ${formulaCode(node.of)})`
    default:
      return unreachable(node)
  }
}

function recordsCode(node: RecordsFormula): string {
  if (node.kind === 'field') return `field(r, ${json(node.name)})`
  const records = json(node.records)
  const inside = (of: Expression) => `(r) => ${formulaCode(of)}`
  if (node.kind === 'pick')
    return `pick(c, ${records}, ${formulaCode(node.key)}, ${inside(node.of)})`
  const where = node.where ? inside(node.where) : '() => Y'
  switch (node.kind) {
    case 'sum':
      return `sumOf(c, ${records}, ${where}, ${inside(node.of)})`
    case 'most':
      return `mostOf(c, ${records}, ${where}, ${inside(node.of)}, ${json(node.is)})`
    case 'count':
      return `countOf(c, ${records}, ${where})`
    case 'run':
      return `runOf(c, ${records}, ${where}, ${json(node.is)})`
    case 'at-least-records':
      return `atLeastRecords(c, ${records}, ${where}, ${node.count})`
    default:
      return unreachable(node)
  }
}

function tableCode({ hit, rows, otherwise }: TableFormula): string {
  const code = rows.map(
    ({ when, gives }) => `[() => ${formulaCode(when)}, () => ${formulaCode(gives)}]`,
  )
  return `table(${json(hit)}, [${code.join(', ')}], () => ${otherwise ? formulaCode(otherwise) : 'U'})`
}

function pair({ left, right }: { readonly left: Expression; readonly right: Expression }): string {
  return `${formulaCode(left)}, ${formulaCode(right)}`
}

function many(of: readonly Expression[]): string {
  return `[${of.map(formulaCode).join(', ')}]`
}

function valueCode(value: Value): string {
  switch (value.kind) {
    case 'quantity':
      return `[${value.amount.over}n, ${value.amount.under}n]`
    case 'day':
      return json(value.day)
    case 'flag':
      return value.flag ? 'Y' : 'N'
    case 'choice':
      return json(value.option)
    case 'choices':
      return json({ options: value.options })
    case 'text':
      return json(value.text)
    case 'does-not-apply':
      return 'NA'
    default:
      return unreachable(value)
  }
}

/** JSON that is safe inside a script of any kind; `__proto__` stays a name like others. */
export function json(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('"__proto__":', '["__proto__"]:')
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}
