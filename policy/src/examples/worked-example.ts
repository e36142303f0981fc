import type { Answer, Facts, Outcome } from '../evaluate/outcome.ts'
import type { PackSource } from '../syntax/read-pack.ts'
import { compareRationals, type Rational, ratio, times } from '../values/rational.ts'
import { measured } from '../values/unit.ts'

/** An example with its `like` resolved: ready to run. */
export type WorkedExample = {
  readonly name: string
  readonly file: string
  readonly line: number
  readonly service: string
  readonly on: string
  readonly cite: string
  readonly facts: Facts
  readonly answer: Answer
  readonly findings: Readonly<Record<string, Answer>>
  /** What values give, as printed; `unknown` where they give nothing yet. */
  readonly values: Readonly<Record<string, string>>
  readonly pays: string | null
  /** What each level of government bears of it. */
  readonly split: Readonly<Record<string, string>>
}

/** The worked examples of a pack; `like` starts from another example of the same file. */
export function workedExamples(source: PackSource): readonly WorkedExample[] {
  return source.examples.map((example) => ({
    name: example.name,
    file: example.file,
    line: example.at.line,
    service: example.service,
    on: example.on,
    cite: example.cite,
    facts: factsGiven(source, example, 0),
    answer: example.answer,
    findings: example.findings ?? {},
    values: withTitles(source, example.values ?? {}),
    pays: example.pays ?? null,
    split: example.split ?? {},
  }))
}

/** An option may be written by its key or its title; what a value gives is printed by the title. */
function withTitles(source: PackSource, values: WorkedExample['values']): WorkedExample['values'] {
  return Object.fromEntries(
    Object.entries(values).map(([name, wanted]) => {
      const options = source.values.find(({ value }) => value === name)?.options
      return [name, options?.[wanted]?.zh ?? wanted]
    }),
  )
}

type Example = PackSource['examples'][number]

function factsGiven(source: PackSource, example: Example, depth: number): Facts {
  const other = source.examples.find(
    ({ file, name }) => file === example.file && name === example.like,
  )
  const base = other && depth < 8 ? factsGiven(source, other, depth + 1) : {}
  return { ...base, ...example.given }
}

/** What one runner said of one example, against the answer written from the article. */
export type Tried = {
  readonly example: WorkedExample
  readonly runner: string
  readonly answer: Answer
  readonly differs: readonly Difference[]
}

/** Of the whole (null), or of one condition, value or what is paid. */
export type Difference = {
  readonly condition: string | null
  readonly wanted: string
  readonly got: string | null
}

export type Run = (service: string, facts: Facts, on: string) => Outcome

/** Runs every example on one runner; a difference names the condition, or null for the whole. */
export function tryExamples(
  examples: readonly WorkedExample[],
  runner: string,
  run: Run,
): readonly Tried[] {
  return examples.map((example) => {
    const outcome = run(example.service, example.facts, example.on)
    const whole =
      outcome.answer === example.answer
        ? []
        : [{ condition: null, wanted: example.answer, got: outcome.answer }]
    const parts = Object.entries(example.findings).flatMap(([condition, wanted]) => {
      const got =
        outcome.findings.find((finding) => finding.condition === condition)?.answer ?? null
      return got === wanted ? [] : [{ condition, wanted, got }]
    })
    const differs = [...whole, ...parts, ...valuesDiffering(example, outcome)]
    return { example, runner, answer: outcome.answer, differs }
  })
}

function valuesDiffering({ values, pays, split }: WorkedExample, outcome: Outcome): Difference[] {
  const worked = Object.entries(values).map(([name, wanted]) => {
    const found = outcome.values.find(({ value }) => value === name)
    return { condition: name, wanted, got: found?.gives ?? found?.lacks ?? null }
  })
  const due = outcome.pays?.payable ?? null
  const got = due ? `${due}元` : outcome.pays && 'unknown'
  const paid = pays === null ? [] : [{ condition: 'pays', wanted: pays, got }]
  const borne = Object.entries(split).map(([office, wanted]) => {
    const part = outcome.pays?.split.find(({ by }) => by === office)
    return { condition: `split ${office}`, wanted, got: part ? `${part.yuan}元` : null }
  })
  return [...worked, ...paid, ...borne].filter(({ wanted, got }) => !saysTheSame(wanted, got))
}

/** By what they measure: 10万元 is 100000元; a plain number is in the unit the value prints. */
function saysTheSame(wanted: string, got: string | null): boolean {
  if (got === null || wanted === got) return wanted === got
  const [want, has] = [measured(wanted), measured(got)]
  if (!want || !has) return false
  const amount = want.unit ? want.amount : times(want.amount, has.unit?.factor ?? ONE)
  return compareRationals(amount, has.amount) === 0
}

const ONE: Rational = ratio(1n, 1n)
