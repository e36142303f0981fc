import type { Answer, Facts, Outcome } from '../evaluate/outcome.ts'
import type { PackSource } from '../syntax/read-pack.ts'

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
  }))
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

export type Difference = {
  readonly condition: string | null
  readonly wanted: Answer
  readonly got: Answer | null
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
    return { example, runner, answer: outcome.answer, differs: [...whole, ...parts] }
  })
}
