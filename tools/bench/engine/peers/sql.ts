import { numberOfDay } from '../../../../policy/src/lower/functions.ts'
import type { Condition, Expression, Program } from '../../../../policy/src/run.ts'

/** The bench's measure in SQL after the mapping of the design: NULL is unknown, layers share. */
const quoted = (name: string) => `"${name}"`

/** The day asked, and how a database writes a day and a number with a fraction. */
export type Style = {
  readonly on: string
  readonly day: (day: string) => string
  readonly fraction: 'DOUBLE' | 'numeric'
}

export const duckStyle = (on: string): Style => ({
  on,
  day: (day) => String(numberOfDay(day)),
  fraction: 'DOUBLE',
})
export const postgresStyle = (on: string): Style => ({
  on,
  day: (day) => `date '${day}'`,
  fraction: 'numeric',
})

export function sqlOf(one: Expression, style: Style): string {
  const to = (other: Expression) => sqlOf(other, style)
  switch (one.kind) {
    case 'literal':
      return literal(one, style)
    case 'fact':
    case 'value':
      return quoted(one.name)
    case 'day-asked':
      return style.day(style.on)
    case 'compare':
      return compared(one, style)
    case 'within':
      return `(${to(one.of)} IN (${one.among.map((value) => `'${'option' in value ? value.option : ''}'`).join(', ')}))`
    case 'arithmetic':
      return one.is === '/'
        ? `(CAST(${to(one.left)} AS ${style.fraction}) / NULLIF(${to(one.right)}, 0))`
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

function literal({ value }: Extract<Expression, { kind: 'literal' }>, { fraction }: Style): string {
  if (value.kind === 'quantity') {
    const number = Number(value.amount.over) / Number(value.amount.under)
    return Number.isInteger(number) ? String(number) : `CAST(${number} AS ${fraction})`
  }
  return value.kind === 'choice' ? `'${value.option}'` : 'NULL'
}

/** Moved days are folded, as in the columns. */
function compared(
  { is, left, right }: Extract<Expression, { kind: 'compare' }>,
  style: Style,
): string {
  const [year = 0, ...rest] = style.on.split('-')
  const before = (years: number) => style.day([Number(year) - years, ...rest].join('-'))
  if (left.kind === 'move-day') return `(${sqlOf(left.day, style)} ${is} ${before(left.by / 12)})`
  if (left.kind === 'between' && right.kind === 'literal' && right.value.kind === 'quantity') {
    return `(${sqlOf(left.from, style)} <= ${before(Number(right.value.amount.over))})`
  }
  return `(${sqlOf(left, style)} ${is} ${sqlOf(right, style)})`
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

export type Shape = {
  readonly style: Style
  readonly from: string
  /** Written behind each layer that must not melt into the next; none where all may. */
  readonly fence?: string
}

/** Verdicts as 0 (not met), 1 (unknown), 3 (met) and money, in layers of the values' depth. */
export function query(program: Program, { style, from, fence = '' }: Shape): string {
  const inner = layered(program, { style, from, fence })
  const verdicts = Object.values(program.services).map(({ name, needs, pays }) => {
    const verdict = allOf(program.conditions[needs], style)
    const code = `CASE ${verdict} WHEN TRUE THEN 3 WHEN FALSE THEN 0 ELSE 1 END AS ${quoted(`v_${name}`)}`
    return pays ? `${code}, ${quoted(pays.payable)} AS ${quoted(`p_${name}`)}` : code
  })
  return `SELECT id, ${verdicts.join(', ')} FROM (${inner}${fence}) r`
}

function layered(program: Program, { style, from, fence }: Required<Shape>): string {
  const depths = depthsOf(program)
  const layers = Array.from({ length: Math.max(0, ...depths.values()) + 1 }, (_, depth) => {
    const own = Object.values(program.values).filter(({ name }) => depths.get(name) === depth)
    return own.map(({ name, of }) => `${sqlOf(of, style)} AS ${quoted(name)}`).join(', ')
  })
  return layers.reduce(
    (so, layer) => `SELECT *, ${layer} FROM (${so}${fence}) l`,
    `SELECT * FROM ${from}`,
  )
}

/** How many values stand behind a value, one behind another. */
function depthsOf(program: Program): ReadonlyMap<string, number> {
  const depths = new Map<string, number>()
  for (const { name, of } of Object.values(program.values)) {
    const named = JSON.stringify(of).matchAll(/"kind":"value","name":"([^"]+)"/g)
    const behind = [...named].map(([, one = '']) => (depths.get(one) ?? 0) + 1)
    depths.set(name, Math.max(0, ...behind))
  }
  return depths
}

/** Only who is met, one filtered scan a service: what a column store does best. */
export function filters(program: Program, { style, from, fence = '' }: Shape): readonly string[] {
  const inner = layered(program, { style, from, fence })
  return Object.values(program.services).map(({ needs, pays }) => {
    const cost = pays ? `, sum(${quoted(pays.payable)})` : ''
    return `SELECT count(*)${cost} FROM (${inner}) r WHERE ${allOf(program.conditions[needs], style)}`
  })
}

/** The same, only counted: how many are met and what that costs. */
export function totals(program: Program, verdicts: string): string {
  const sums = Object.values(program.services).flatMap(({ name, pays }) => {
    const met = `count(*) FILTER (WHERE ${quoted(`v_${name}`)} = 3)`
    const cost = `sum(CASE WHEN ${quoted(`v_${name}`)} = 3 THEN ${quoted(`p_${name}`)} END)`
    return pays ? [met, cost] : [met]
  })
  return `SELECT ${named(sums)} FROM (${verdicts}) v`
}

/** Each under a name of its own. */
export const named = (all: readonly string[]): string =>
  all.map((one, at) => `${one} AS t${at}`).join(', ')

function allOf(condition: Condition | undefined, style: Style): string {
  if (!condition || !('of' in condition)) return 'NULL'
  const tests = condition.of.flatMap((one) =>
    one.kind === 'computed' ? [sqlOf(one.test, style)] : [],
  )
  return `(${tests.join(' AND ')})`
}
