import { namesAnswered } from '../program/conditions-in.ts'
import type { Fact } from '../program/fact.ts'
import type { Program } from '../program/program.ts'
import { type Rational, ratio } from '../values/rational.ts'
import { UNITS } from '../values/unit.ts'

/** How a column holds its cells: scaled whole numbers, days since 1970, truths, dictionary codes. */
export type Column = {
  readonly name: string
  readonly kind: 'number' | 'day' | 'truth' | 'code'
  /** Numbers are held as whole multiples of 1/scale of the base unit: money in fen. */
  readonly scale: number
  /** A plain number as supplied, times this, is what the column holds; 0 where that is not whole. */
  readonly factor: number
  /** No cell is larger; what is larger or finer makes its row an odd one, left to the interpreter. */
  readonly most: number
  readonly store: 'f64' | 'i32' | 'u8'
  /** Null for papers and judgements. */
  readonly fact: Fact | null
}

export type RecordsLayout = {
  readonly name: string
  readonly key: number
  readonly fields: readonly Column[]
}

/** Where each fact, score, paper, judgement and record of a program is kept. */
export type Layout = {
  readonly columns: readonly Column[]
  readonly records: readonly RecordsLayout[]
}

/** A row with more records of one kind than this is an odd one. */
export const MOST_RECORDS = 64

type Held = Pick<Column, 'kind' | 'scale' | 'most' | 'store'>
const coded: Held = { kind: 'code', scale: 1, most: 2 ** 31 - 1, store: 'i32' }
const HELD: Readonly<Record<Fact['type'], Held>> = {
  amount: { kind: 'number', scale: 100, most: 2 ** 46, store: 'f64' },
  area: { kind: 'number', scale: 100, most: 2 ** 40, store: 'f64' },
  count: { kind: 'number', scale: 1, most: 2 ** 31 - 1, store: 'i32' },
  share: { kind: 'number', scale: 1_000_000, most: 2 ** 40, store: 'f64' },
  number: { kind: 'number', scale: 10_000, most: 2 ** 40, store: 'f64' },
  day: { kind: 'day', scale: 1, most: 2 ** 31 - 1, store: 'i32' },
  flag: { kind: 'truth', scale: 1, most: 16, store: 'u8' },
  choice: coded,
  choices: coded,
  text: coded,
}

/** What a score is read as: a plain number. */
export const SCORED_AS: Omit<Fact, 'name' | 'title' | 'ask'> = {
  type: 'number',
  unit: null,
  options: [],
  subject: 'party',
  from: 'applicant',
  sensitivity: 'internal',
  help: null,
}

export function layoutOf(program: Program): Layout {
  const scores = Object.values(program.values).flatMap(({ name, title, scoredBy }) =>
    scoredBy ? [{ ...SCORED_AS, name, title, ask: title }] : [],
  )
  const facts = Object.values(program.facts)
  const known = new Set(facts.map(({ name }) => name))
  const own = scores.filter(({ name }) => !known.has(name))
  const few = optionsIn(program).length < 240
  const columnOf = (fact: Fact) => columnFor(fact, few)
  return {
    columns: [...[...facts, ...own].map(columnOf), ...namesAnswered(program).map(truthColumn)],
    records: Object.values(program.records).map(({ name, key, fields }) => ({
      name,
      key: key === null ? -1 : Object.keys(fields).indexOf(key),
      fields: Object.values(fields).map(columnOf),
    })),
  }
}

/** Every option of a closed list, of facts and fields, each once: the head of the dictionary. */
export function optionsIn(program: Program): readonly string[] {
  const fields = Object.values(program.records).flatMap((one) => Object.values(one.fields))
  const closed = [...Object.values(program.facts), ...fields].filter(
    ({ type }) => type === 'choice',
  )
  return [...new Set(closed.flatMap(({ options }) => options.map(({ value }) => value)))]
}

function columnFor(fact: Fact, few: boolean): Column {
  const held = HELD[fact.type]
  return {
    ...held,
    store: few && fact.type === 'choice' ? 'u8' : held.store,
    name: fact.name,
    factor: factorOf(fact, held.scale),
    fact,
  }
}

const truthColumn = (name: string): Column => ({
  ...HELD.flag,
  name: `?${name}`,
  factor: 0,
  fact: null,
})

function factorOf(fact: Fact, scale: number): number {
  const own: Rational = (fact.unit && UNITS.get(fact.unit)?.factor) || ratio(1n, 1n)
  const factor = (scale * Number(own.over)) / Number(own.under)
  return Number.isInteger(factor) ? factor : 0
}
