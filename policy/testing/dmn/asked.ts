import fc from 'fast-check'
import { parseDate } from 'feelin'
import type { Definitions, Item } from '../../src/dmn/export/model.ts'
import { exportService, writeDmn } from '../../src/dmn.ts'
import { work } from '../../src/evaluate/formula.ts'
import type { Known } from '../../src/evaluate/given.ts'
import { readGiven } from '../../src/evaluate/given.ts'
import {
  conditionsIn,
  evaluate,
  type Fact,
  type Facts,
  type Program,
  type Supplied,
} from '../../src/run.ts'
import { dayOf } from '../../src/values/day.ts'
import type { Value } from '../../src/values/value.ts'
import { days } from '../random-formula.ts'
import { feelin } from './shell/feelin.ts'
import { type Model, Run, readModel } from './shell/model.ts'

export type Question = { readonly facts: Facts; readonly on: string }

/** Our facts as the inputs of an exported file: null for what is missing. */
export function inputsOf(
  program: Program,
  { items, types }: Definitions,
  { facts, on }: Question,
): Readonly<Record<string, unknown>> {
  const given = readGiven(program, facts)
  const truths = { yes: true, no: false, unknown: null, unavailable: null }
  const records = (item: Item) => {
    const known = given.records.get(item.of.key)
    if (known?.state !== 'known') return null
    const names = Object.keys(program.records[item.of.key]?.fields ?? {})
    const feel = types.find(({ name }) => name === item.type)?.fields ?? []
    return known.rows.map((row) =>
      Object.fromEntries(names.map((name, at) => [feel[at]?.name, plainOf(row.get(name))])),
    )
  }
  const of = (item: Item): unknown => {
    const { kind, key } = item.of
    if (kind === 'day-asked') return parseDate(on)
    if (kind === 'fact' || kind === 'score') return plainOf(given.facts.get(key))
    return kind === 'records' ? records(item) : truths[given.truths.get(key) ?? 'unknown']
  }
  const inputs = items.filter(({ logic }) => logic === null)
  return Object.fromEntries(inputs.map((item) => [item.name, of(item)]))
}

function plainOf(known: Known | undefined): unknown {
  return known?.state === 'known' ? plain(known.value) : null
}

export function plain(value: Value): unknown {
  switch (value.kind) {
    case 'quantity':
      return Number(value.amount.over) / Number(value.amount.under)
    case 'day':
      return parseDate(value.day)
    case 'flag':
      return value.flag
    case 'choice':
      return value.option
    case 'choices':
      return [...value.options]
    case 'text':
      return value.text
    default:
      return '不适用'
  }
}

/**
 * Conditions, values and the answer on which the file and the interpreter differ; none where the
 * difference vanishes once a single number asked with is moved by a billionth of itself: FEEL counts
 * in decimals, this engine in binary doubles, which miss exact thresholds.
 */
export function realDifferences(
  file: Exported,
  program: Program,
  question: Question,
): { readonly real: readonly string[]; readonly byDoubles: boolean } {
  const want = wantedOf(file, program, question)
  const inputs = inputsOf(program, file.definitions, question)
  const found = differing(file, want, { inputs })
  const near = (one: Inputs) => differing(file, want, { inputs: one, same: nearly }).length === 0
  const byDoubles = found.length > 0 && nudged(inputs).some(near)
  return { real: byDoubles ? [] : found, byDoubles }
}

type Wants = (item: Item) => unknown
type Inputs = Readonly<Record<string, unknown>>

function wantedOf(file: Exported, program: Program, question: Question): Wants {
  const outcome = evaluate(program, { service: file.service, ...question })
  const values = valuesOf(program, question)
  return (item) => {
    if (item.of.kind === 'service') return SAYS[outcome.answer]
    if (item.of.kind === 'value') return values(item.of.key)
    const found = outcome.findings.find(({ condition }) => condition === item.of.key)
    return item.of.kind === 'condition' && found ? SAYS[found.answer] : undefined
  }
}

function differing(
  file: Exported,
  wanted: Wants,
  { inputs, same = feelin.same }: { readonly inputs: Inputs; readonly same?: typeof feelin.same },
): readonly string[] {
  const run = new Run(file.model, feelin, inputs)
  return file.definitions.items.flatMap((item) => {
    const want = item.logic === null ? undefined : wanted(item)
    if (want === undefined) return []
    const got = run.decision(item.name)
    return same(want, got) ? [] : [`${item.name}: ${String(want)}, FEEL says ${String(got)}`]
  })
}

function nearly(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return feelin.same(a, b)
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a))
}

/** The same inputs, each time with one number of them moved up or down. */
function nudged(value: unknown): readonly Inputs[] {
  return moves(value) as readonly Inputs[]
}

function moves(value: unknown): readonly unknown[] {
  if (typeof value === 'number') return [value * (1 + 1e-9), value * (1 - 1e-9)]
  if (Array.isArray(value)) {
    return value.flatMap((one, at) => moves(one).map((moved) => value.with(at, moved)))
  }
  if (typeof value !== 'object' || value === null) return []
  if (Object.getPrototypeOf(value) !== Object.prototype) return []
  return Object.entries(value).flatMap(([name, one]) =>
    moves(one).map((moved) => ({ ...value, [name]: moved })),
  )
}

export type Exported = {
  readonly service: string
  readonly definitions: Definitions
  readonly model: Model
}

/** A service as its file says it, written and read again. */
export function exported(program: Program, service: string): Exported {
  const definitions = exportService(program, service)
  return { service, definitions, model: readModel(writeDmn(definitions), () => null) }
}

const SAYS = { met: true, 'not-met': false, unknown: null, unavailable: null } as const

function valuesOf(program: Program, { facts, on }: Question): (name: string) => unknown {
  const given = readGiven(program, facts)
  const day = dayOf(on)
  if (!day) throw new RangeError(`not a day: ${on}`)
  const frame = { program, given, on: day, workingDays: null, record: null, worked: new Map() }
  return (name) => {
    const result = work({ kind: 'value', name }, frame)
    return 'value' in result ? plain(result.value) : null
  }
}

const whole = fc.integer({ min: 0, max: 1200 })
const spelt: Readonly<Record<Fact['type'], (fact: Fact) => fc.Arbitrary<Supplied>>> = {
  amount: () => whole,
  area: () => fc.constantFrom(0, 299, 300, 301, 499, 500, 501, 1000),
  count: () => fc.integer({ min: 0, max: 12 }),
  share: () => fc.constantFrom('0%', '3%', '5%', '10%', '60%'),
  number: () => whole,
  day: () => days,
  flag: () => fc.boolean(),
  choice: ({ options }) => fc.constantFrom(...options.map(({ value }) => value)),
  choices: ({ options }) => fc.subarray(options.map(({ value }) => value)),
  text: () => fc.constantFrom('甲', '乙'),
}

/** Facts, papers and judgements for a program of a pack, with gaps. */
export function supplied(program: Program): fc.Arbitrary<Facts> {
  const gap = fc.constantFrom<Supplied | null>(
    null,
    { unavailable: '登记' },
    { doesNotApply: true },
  )
  const mostly = (value: fc.Arbitrary<Supplied>) =>
    fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: gap })
  const facts = Object.values(program.facts).map(
    (fact) => [fact.name, mostly(spelt[fact.type](fact))] as const,
  )
  const verdict = fc.constantFrom<Supplied | null>('met', 'met', 'met', 'not-met', null)
  const asked = Object.values(program.conditions)
    .flatMap(conditionsIn)
    .flatMap((one) =>
      one.kind === 'evidenced' ? [one.paper] : one.kind === 'judged' ? [one.name] : [],
    )
  return fc.record({
    ...Object.fromEntries(facts),
    ...Object.fromEntries(asked.map((name) => [name, verdict])),
  }) as fc.Arbitrary<Facts>
}
