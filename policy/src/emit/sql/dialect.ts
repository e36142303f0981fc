import type { FactType } from '../../program/fact.ts'
import { type Rational, ratio } from '../../values/rational.ts'
import { notInSql, quoted } from './piece.ts'

/** What the kinds of value are in SQL; `nothing` never has a value (it does not apply, or lacks). */
export type Kind = 'quantity' | 'day' | 'flag' | 'choice' | 'choices' | 'text'

/** A number as SQL: a numerator over a denominator that is known when the statement is written. */
export type Fraction = { readonly over: string; readonly under: bigint }

/** Where PostgreSQL and DuckDB differ; all else is written once. */
export type Dialect = {
  readonly name: 'postgresql' | 'duckdb'
  readonly types: Readonly<Record<Kind, string>>
  /** Keeps a layer from being melted into the next, which would work its columns out many times. */
  readonly fence: string
  literal(number: Rational): Fraction
  /** A column of the fact tables as a number, exact. */
  given(column: string, type: FactType): Fraction
  /** The type of that column. */
  columnType(type: FactType): string
  /** Integer division of whole or decimal numbers above 0, towards zero. */
  quotient(a: string, b: string): string
  remainder(a: string, b: string): string
  part(is: 'year' | 'month' | 'day', day: string): string
  startOf(unit: 'month' | 'year', day: string): string
  addMonths(day: string, months: string): string
  holds(list: string, option: string): string
  /** A number over its denominator, cut to ten places. */
  tenPlaces(over: string, under: string | null): string
  /** What makes a sum not a number, once it is among the addends; null where there is none. */
  readonly notANumber: string | null
}

const KIND_OF = {
  amount: 'quantity',
  area: 'quantity',
  count: 'quantity',
  share: 'quantity',
  number: 'quantity',
  day: 'day',
  flag: 'flag',
  choice: 'choice',
  choices: 'choices',
  text: 'text',
} as const satisfies Record<FactType, Kind>

export function kindOf(type: FactType): Kind {
  return KIND_OF[type]
}

/** `numeric` is exact at any length, so a decimal needs no denominator. */
export const POSTGRESQL: Dialect = {
  name: 'postgresql',
  types: {
    quantity: 'numeric',
    day: 'date',
    flag: 'boolean',
    choice: 'text',
    choices: 'text[]',
    text: 'text',
  },
  fence: ' offset 0',
  literal: (number) => {
    const decimal = decimalOf(number)
    return decimal
      ? { over: `${decimal}::numeric`, under: 1n }
      : { over: `${number.over}::numeric`, under: BigInt(number.under) }
  },
  given: (column) => ({ over: column, under: 1n }),
  columnType: (type) => POSTGRESQL.types[kindOf(type)],
  quotient: (a, b) => `div(${a}, ${b})`,
  remainder: (a, b) => `mod(${a}, ${b})`,
  part: (is, day) => `extract(${is} from ${day})::numeric`,
  startOf: (unit, day) => `date_trunc('${unit}', ${day}::timestamp)::date`,
  addMonths: (day, months) => `(${day} + make_interval(months => (${months})::integer))::date`,
  holds: (list, option) => `(${option} = any(${list}))`,
  tenPlaces: (over, under) =>
    under === null
      ? `trunc(${over}, 10)`
      : `(div(${over} * 10000000000, ${under}) * 0.0000000001::numeric)`,
  notANumber: "'NaN'::numeric",
}

/**
 * HUGEINT is whole and refuses to overflow, so a number is a whole count of its type's smallest
 * step. DuckDB has no exact decimal division and no exact number beyond 38 digits: too long a number
 * breaks the statement off and never gives a wrong answer.
 */
export const DUCKDB: Dialect = {
  name: 'duckdb',
  types: {
    quantity: 'HUGEINT',
    day: 'DATE',
    flag: 'BOOLEAN',
    choice: 'VARCHAR',
    choices: 'VARCHAR[]',
    text: 'VARCHAR',
  },
  fence: '',
  literal: ({ over, under }) => ({ over: `${over}::HUGEINT`, under: BigInt(under) }),
  given: (column, type) => {
    const places = PLACES[type]
    const under = 10n ** BigInt(places)
    return {
      over: places === 0 ? `${column}::HUGEINT` : `(${column} * ${under})::HUGEINT`,
      under,
    }
  },
  columnType: (type) => {
    if (kindOf(type) !== 'quantity') return DUCKDB.types[kindOf(type)]
    return `DECIMAL(${18 + PLACES[type]}, ${PLACES[type]})`
  },
  quotient: (a, b) => `(${a} // ${b})`,
  remainder: (a, b) => `(${a} % ${b})`,
  part: (is, day) => `extract(${is} from ${day})::HUGEINT`,
  startOf: (unit, day) => `date_trunc('${unit}', ${day})::DATE`,
  addMonths: (day, months) => `(${day} + to_months((${months})::INTEGER))::DATE`,
  holds: (list, option) => `list_contains(${list}, ${option})`,
  tenPlaces: (over, under) => {
    const whole = under === null ? `(${over} * 10000000000)` : `(${over} * 10000000000 // ${under})`
    return `((CASE WHEN ${whole} < 0 THEN '-' ELSE '' END) || (abs(${whole}) // 10000000000)::VARCHAR || '.' || lpad((abs(${whole}) % 10000000000)::VARCHAR, 10, '0'))::DECIMAL(38, 10)`
  },
  notANumber: null,
}

/** Decimal places a number of that type may have in DuckDB; finer ones are refused when read. */
const PLACES: Readonly<Record<FactType, number>> = {
  amount: 4,
  area: 4,
  count: 0,
  share: 8,
  number: 6,
  day: 0,
  flag: 0,
  choice: 0,
  choices: 0,
  text: 0,
}

/** Whether the dialect's column holds the number without loss. */
export function fitsColumn(dialect: Dialect, type: FactType, number: Rational): boolean {
  if (dialect.name === 'postgresql') return true
  const steps = BigInt(number.over) * 10n ** BigInt(PLACES[type])
  const size = steps < 0n ? -steps : steps
  return (
    steps % BigInt(number.under) === 0n &&
    size / BigInt(number.under) < 10n ** BigInt(18 + PLACES[type])
  )
}

/** The decimal text of a number whose digits end; null for one like 1/3. */
export function decimalOf({ over, under }: Rational): string | null {
  let places = 0
  for (let one = BigInt(under); one !== 1n; places += 1) {
    const step = [10n, 5n, 2n].find((factor) => one % factor === 0n)
    if (!step) return null
    one /= step
  }
  const scaled = ratio(BigInt(over) * 10n ** BigInt(places), BigInt(under)).over
  const negative = scaled.startsWith('-')
  const digits = (negative ? scaled.slice(1) : scaled).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const fraction = digits.slice(digits.length - places)
  return `${negative ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`
}

/** A name of the fact tables, and what stands beside it: 1 does not apply, 2 unavailable. */
export const stateColumn = (name: string): string => quoted(`${name}:is`)

export function withoutNul(text: string): string {
  return text.includes('\0') ? notInSql('text with a NUL character') : text
}
