import { numberOfDay } from '../../../../policy/src/lower/functions.ts'
import type { Condition, Expression, Program } from '../../../../policy/src/run.ts'

/** The bench's measure in SQL after the mapping of the design: NULL is unknown, layers share. */
const quoted = (name: string) => `"${name}"`

export function sqlOf(one: Expression, on: string): string {
  const to = (other: Expression) => sqlOf(other, on)
  switch (one.kind) {
    case 'literal':
      return literal(one)
    case 'fact':
    case 'value':
      return quoted(one.name)
    case 'day-asked':
      return String(numberOfDay(on))
    case 'compare':
      return compared(one, on)
    case 'within':
      return `(${to(one.of)} IN (${one.among.map((value) => `'${'option' in value ? value.option : ''}'`).join(', ')}))`
    case 'arithmetic':
      return one.is === '/'
        ? `(CAST(${to(one.left)} AS DOUBLE) / NULLIF(${to(one.right)}, 0))`
        : `(${to(one.left)} ${one.is} ${to(one.right)})`
    case 'extreme': {
      const all = one.of.map(to)
      const lacking = all.map((part) => `${part} IS NULL`).join(' OR ')
      return `(CASE WHEN ${lacking} THEN NULL ELSE ${one.is === 'min' ? 'LEAST' : 'GREATEST'}(${all.join(', ')}) END)`
    }
    case 'round':
      return `floor(${to(one.of)})`
    case 'and':
    case 'or':
      return `(${one.of.map(to).join(` ${one.kind.toUpperCase()} `)})`
    case 'not':
      return `(NOT ${to(one.of)})`
    case 'choose':
      return `(CASE ${to(one.when)} WHEN TRUE THEN ${to(one.gives)} WHEN FALSE THEN ${to(one.otherwise)} END)`
    case 'table':
      return one.rows.reduceRight(
        (rest, row) =>
          `(CASE ${to(row.when)} WHEN TRUE THEN ${to(row.gives)} WHEN FALSE THEN ${rest} END)`,
        one.otherwise ? to(one.otherwise) : 'NULL',
      )
    case 'sum':
    case 'count':
    case 'pick':
      return quoted(aggregateName(one))
    default:
      throw new Error(`the bench's measure has no ${one.kind}`)
  }
}

function literal({ value }: Extract<Expression, { kind: 'literal' }>): string {
  if (value.kind === 'quantity') {
    const number = Number(value.amount.over) / Number(value.amount.under)
    return Number.isInteger(number) ? String(number) : `CAST(${number} AS DOUBLE)`
  }
  return value.kind === 'choice' ? `'${value.option}'` : 'NULL'
}

/** Days are whole numbers here too, and moved days folded as in the columns. */
function compared(
  { is, left, right }: Extract<Expression, { kind: 'compare' }>,
  on: string,
): string {
  const [year = 0, month = 1, date = 1] = on.split('-').map(Number)
  if (left.kind === 'move-day') {
    const from = numberOfDay(`${year - left.by / 12}-${month}-${date}`)
    return `(${sqlOf(left.day, on)} ${is} ${from})`
  }
  if (left.kind === 'between' && right.kind === 'literal' && right.value.kind === 'quantity') {
    const from = numberOfDay(`${year - Number(right.value.amount.over)}-${month}-${date}`)
    return `(${sqlOf(left.from, on)} <= ${from})`
  }
  return `(${sqlOf(left, on)} ${is} ${sqlOf(right, on)})`
}

type Aggregate = Extract<Expression, { kind: 'sum' | 'count' | 'pick' }>

function aggregateName(one: Aggregate): string {
  const of = one.kind === 'count' ? one.where : one.of
  const name = of?.kind === 'field' ? of.name : ''
  return one.kind === 'pick' ? `${name}_${backOf(one.key)}` : `${one.kind}_${name}`
}

const backOf = (key: Expression): string =>
  key.kind === 'arithmetic' && key.right.kind === 'literal' && key.right.value.kind === 'quantity'
    ? key.right.value.amount.over
    : ''

/** All figures of the years a row needs, in one pass. */
export const YEARLY = (year: number): string => {
  const strict = (name: string) =>
    `CASE WHEN count(*) > count("${name}") THEN NULL ELSE sum("${name}") END AS "sum_${name}"`
  const picked = (name: string, back: number) =>
    `max("${name}") FILTER (WHERE "year" = ${year - back}) AS "${name}_${back}"`
  return [
    'SELECT id',
    ...['research', 'research-inland', 'revenue'].map(strict),
    `CASE WHEN count(*) > count("statistics") THEN NULL ELSE count(*) FILTER (WHERE "statistics") END AS "count_statistics"`,
    ...[1, 2].flatMap((back) =>
      ['revenue', 'research', 'net-assets'].map((name) => picked(name, back)),
    ),
  ].join(', ')
}

export type Shape = { readonly year: number; readonly on: string; readonly from: string }

/** Verdicts as 0 (not met), 1 (unknown), 3 (met) and money, in layers of the values' depth. */
export function query(program: Program, { on, from }: Shape): string {
  const inner = layered(program, on, from)
  const verdicts = Object.values(program.services).map(({ name, needs, pays }) => {
    const verdict = allOf(program.conditions[needs], on)
    const code = `CASE ${verdict} WHEN TRUE THEN 3 WHEN FALSE THEN 0 ELSE 1 END AS ${quoted(`v_${name}`)}`
    return pays ? `${code}, ${quoted(pays.payable)} AS ${quoted(`p_${name}`)}` : code
  })
  return `SELECT id, ${verdicts.join(', ')} FROM (${inner})`
}

function layered(program: Program, on: string, from: string): string {
  const values = Object.values(program.values)
  const layers = values.map(({ name, of }) => `SELECT *, ${sqlOf(of, on)} AS ${quoted(name)}`)
  return layers.reduce((so, layer) => `${layer} FROM (${so})`, `SELECT * FROM ${from}`)
}

/** Only who is met, one filtered scan a service: what a column store does best. */
export function filters(program: Program, { on, from }: Shape): readonly string[] {
  const inner = layered(program, on, from)
  return Object.values(program.services).map(({ needs, pays }) => {
    const cost = pays ? `, sum(${quoted(pays.payable)})` : ''
    return `SELECT count(*)${cost} FROM (${inner}) WHERE ${allOf(program.conditions[needs], on)}`
  })
}

/** The same, only counted: how many are met and what that costs. */
export function totals(program: Program, verdicts: string): string {
  const sums = Object.values(program.services).map(({ name, pays }) => {
    const met = `count(*) FILTER (WHERE ${quoted(`v_${name}`)} = 3)`
    const cost = `sum(CASE WHEN ${quoted(`v_${name}`)} = 3 THEN ${quoted(`p_${name}`)} END)`
    return pays ? `${met}, ${cost}` : met
  })
  return `SELECT ${sums.join(', ')} FROM (${verdicts})`
}

function allOf(condition: Condition | undefined, on: string): string {
  if (!condition || !('of' in condition)) return 'NULL'
  const tests = condition.of.flatMap((one) =>
    one.kind === 'computed' ? [sqlOf(one.test, on)] : [],
  )
  return `(${tests.join(' AND ')})`
}
