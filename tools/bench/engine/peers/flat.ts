import { numberOfDay } from '../../../../policy/src/lower/functions.ts'
import type { Condition, Expression, Program } from '../../../../policy/src/run.ts'

/**
 * The bench's measure for engines without days and child records: days are whole numbers with moved
 * days folded, and what is asked of the yearly records stands in the row, worked out beforehand and
 * outside the clock. That favours the peers.
 */
export type Row = Readonly<Record<string, unknown>>
export type Flat = {
  readonly values: readonly { readonly name: string; readonly of: Expression }[]
  /** Each service with its criteria, all of which must hold. */
  readonly services: readonly { readonly name: string; readonly tests: readonly Expression[] }[]
}

export function flat(program: Program, on: string): Flat {
  const values = Object.values(program.values).map(({ name, of }) => ({
    name,
    of: flattened(of, on),
  }))
  const services = Object.values(program.services).map(({ name, needs }) => ({
    name,
    tests: testsOf(program.conditions[needs]).map((test) => flattened(test, on)),
  }))
  return { values, services }
}

const testsOf = (condition: Condition | undefined): readonly Expression[] =>
  condition && 'of' in condition
    ? condition.of.flatMap((one) => (one.kind === 'computed' ? [one.test] : []))
    : []

const number = (amount: number): Expression => ({
  kind: 'literal',
  value: {
    kind: 'quantity',
    amount: { over: String(amount), under: '1' },
    dimension: 'number',
  },
  printed: '',
})

/** The same formula without days and records. */
function flattened(one: Expression, on: string): Expression {
  if (one.kind === 'sum' || one.kind === 'count' || one.kind === 'pick') {
    return { kind: 'fact', name: figureName(one) }
  }
  if (one.kind === 'compare') {
    const [year = 0, month = 1, date = 1] = on.split('-').map(Number)
    const before = (years: number) => number(numberOfDay(`${year - years}-${month}-${date}`))
    if (one.left.kind === 'move-day') {
      return { ...one, left: one.left.day, right: before(one.left.by / 12) }
    }
    if (one.left.kind === 'between') {
      return { ...one, is: '<=', left: one.left.from, right: before(numberIn(one.right)) }
    }
  }
  const mapped = Object.entries(one).map(([key, part]) => [key, below(part, on)] as const)
  return Object.fromEntries(mapped) as Expression
}

function below(part: unknown, on: string): unknown {
  if (Array.isArray(part)) return part.map((each) => below(each, on))
  if (typeof part !== 'object' || part === null) return part
  if ('when' in part && !('kind' in part)) {
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, below(each, on)]))
  }
  return 'kind' in part && part.kind !== 'quantity' ? flattened(part as Expression, on) : part
}

type Figure = Extract<Expression, { kind: 'sum' | 'count' | 'pick' }>

function figureName(one: Figure): string {
  const of = one.kind === 'count' ? one.where : one.of
  const name = of?.kind === 'field' ? of.name : ''
  if (one.kind !== 'pick') return `${one.kind}-${name}`
  return `${name}-${one.key.kind === 'arithmetic' ? numberIn(one.key.right) : ''}`
}

/** A literal's number in base units. */
export function numberIn(one: Expression): number {
  if (one.kind !== 'literal' || one.value.kind !== 'quantity') return Number.NaN
  return Number(one.value.amount.over) / Number(one.value.amount.under)
}

/** A literal as JSON has it: a number or an option. */
export const plainOf = (one: Extract<Expression, { kind: 'literal' }>): number | string | null =>
  one.value.kind === 'choice' ? one.value.option : numberIn(one)

const sum = (all: readonly unknown[]) =>
  all.some((one) => one === null) ? null : all.reduce((so: number, one) => so + Number(one), 0)

/** A row with its days as numbers and the figures of its years; unknown is null. */
export function flatRow(row: Row, on: string): Row {
  const year = Number(on.slice(0, 4))
  const { years, asked: _, ...own } = row as Row & { years: readonly Row[] | null }
  const days = Object.entries(own).map(([name, value]) => [
    name,
    typeof value === 'string' && /^\d{4}-/.test(value) ? numberOfDay(value) : value,
  ])
  const summed = ['research', 'research-inland', 'revenue'].map((name) => [
    `sum-${name}`,
    years && sum(years.filter((one) => Number(one.year) >= year - 3).map((one) => one[name])),
  ])
  const picked = [1, 2].flatMap((back) =>
    ['revenue', 'research', 'net-assets'].map((name) => [
      `${name}-${back}`,
      years?.find((one) => one.year === year - back)?.[name] ?? null,
    ]),
  )
  const flags = years?.map((one) => one.statistics) ?? [null]
  const counted = flags.includes(null) ? null : flags.filter(Boolean).length
  return Object.fromEntries([...days, ...summed, ...picked, ['count-statistics', counted]])
}

/** Names as engines take them. */
export const plainName = (name: string): string => name.replaceAll('-', '_')
