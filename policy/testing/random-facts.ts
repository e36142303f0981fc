import fc from 'fast-check'
import type { Condition, Fact, Facts, Program, Supplied } from '../src/run.ts'
import { days, FACTS } from './random-formula.ts'
import { yearly } from './random-records.ts'

/** Small numbers, so that thresholds are hit and missed by one. */
const whole = fc.integer({ min: 0, max: 4 })

/** The first once in a while: no column holds it, so its row leaves the fast way. */
const rarely = (odd: string, ...others: readonly string[]) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(odd) },
    { weight: 24, arbitrary: fc.constantFrom(...others) },
  )

const away = fc.constantFrom<Supplied | null>(
  null,
  { unavailable: '企业登记' },
  { doesNotApply: true },
)
const silent = fc.constantFrom<Supplied | null>(null, { unavailable: '企业登记' })
const spelt: Readonly<Record<Fact['type'], fc.Arbitrary<Supplied>>> = {
  amount: fc.oneof(
    whole,
    whole.map((n) => `${n}万元`),
    whole.map((n) => `${n}0000.01 元`),
    fc.constant('-1万元'),
    // Finer than a fen, larger than a double's whole numbers, and large with equal ratios.
    rarely('0.001元', '0.7 元'),
    rarely('90071992547409.93元', '0.7 元'),
    whole.map((n) => `${n * 12345678}.90元`),
  ),
  area: fc.oneof(
    whole,
    whole.map((n) => `${n} 平方米`),
    whole.map((n) => `${n}.01㎡`),
  ),
  count: fc.oneof(
    whole,
    whole.map((n) => `${n}人`),
  ),
  share: fc.oneof(
    whole,
    whole.map((n) => `${n}%`),
    whole.map((n) => n / 8),
    rarely('123456.7891234%', '0.3', '0.1', '33.3333%', '-20%'),
  ),
  number: fc.oneof(
    whole,
    whole.map((n) => `${n}.5`),
    rarely('0.33333333333', '0.1', '0.3', '100000000.0001'),
    fc.constant(-1),
  ),
  day: days,
  flag: fc.boolean(),
  choice: fc.constantFrom('red', 'green甲', 'blue'),
  choices: fc.subarray(['red', 'green甲', 'blue']),
  text: fc.constantFrom('up', 'down', '2024-02-29'),
}
const verdict = fc.constantFrom<Supplied | null>('met', 'not-met', true, false, null, {
  unavailable: '档案',
})

/** Facts, papers and judgements for a random program, with gaps of every kind. */
export function factsFor(program: Program): fc.Arbitrary<Facts> {
  const facts = Object.values(FACTS).map(
    (one) =>
      [
        one.name,
        fc.oneof({ weight: 3, arbitrary: spelt[one.type] }, { weight: 1, arbitrary: away }),
      ] as const,
  )
  const judged = namesOf(program).map((name) => [name, verdict] as const)
  const points = fc.option(fc.integer({ min: 0, max: 4 }))
  return fc.record({
    ...Object.fromEntries([...facts, ...judged]),
    years: yearly,
    points,
  }) as fc.Arbitrary<Facts>
}

/** What is not known yet, filled in: the same facts with every gap closed. */
export function filledIn(program: Program, facts: Facts): fc.Arbitrary<Facts> {
  const open = (name: string) =>
    facts[name] === null || (typeof facts[name] === 'object' && 'unavailable' in facts[name])
  const gaps = [
    ...Object.values(FACTS).map((one) => [one.name, spelt[one.type]] as const),
    ...namesOf(program).map((name) => [name, fc.constantFrom<Supplied>('met', 'not-met')] as const),
  ]
  const closing = Object.fromEntries(
    gaps
      .filter(([name]) => open(name))
      .map(([name, value]) => [name, fc.option(value, { nil: facts[name] ?? null })]),
  )
  return fc.record(closing).map((closed) => ({ ...facts, ...closed }) as Facts)
}

/** Facts for any program: each by its own type and options, lists of some records, papers, judgements. */
export function factsOfProgram(program: Program): fc.Arbitrary<Facts> {
  const lists = Object.values(program.records).map((list) => {
    const fields = Object.values(list.fields).map((one) => [one.name, suppliedFor(one)] as const)
    const record = fc.record(Object.fromEntries(fields))
    const keyed = fc
      .uniqueArray(fc.constantFrom(2021, 2022, 2023, 2024), { maxLength: 3 })
      .chain((keys) =>
        fc.tuple(...keys.map((key) => record.map((one) => ({ ...one, [list.key ?? '']: key })))),
      )
    const records = list.key === null ? fc.array(record, { maxLength: 3 }) : keyed
    return [list.name, fc.oneof({ weight: 6, arbitrary: records }, silent)] as const
  })
  return fc.record(
    Object.fromEntries([
      ...Object.values(program.facts).map((one) => [one.name, suppliedFor(one)] as const),
      ...namesOf(program).map((name) => [name, verdict] as const),
      ...lists,
    ]),
  ) as fc.Arbitrary<Facts>
}

type Asked = Pick<Fact, 'type' | 'options'>

function suppliedFor({ type, options }: Asked): fc.Arbitrary<Supplied | null> {
  const keys = options.map(({ value }) => value)
  const own: fc.Arbitrary<Supplied> =
    type === 'choice'
      ? fc.constantFrom(...keys)
      : type === 'choices'
        ? fc.subarray(keys)
        : spelt[type]
  return fc.oneof({ weight: 4, arbitrary: own }, { weight: 1, arbitrary: away })
}

function namesOf(program: Program): readonly string[] {
  const walk = (condition: Condition): readonly string[] => {
    if ('of' in condition) return condition.of.flatMap(walk)
    if (condition.kind === 'evidenced') return [condition.paper]
    return condition.kind === 'judged' ? [condition.name] : []
  }
  return [...new Set(Object.values(program.conditions).flatMap(walk))]
}
