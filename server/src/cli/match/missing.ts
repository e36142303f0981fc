import {
  asks,
  type Condition,
  conditionNamed,
  conditionsIn,
  type Facts,
  type Finding,
  type Program,
  type Supplied,
} from '@banfa/policy/run'
import type { Stands } from './repair.ts'

/** What the undecided conditions of a service wait for in a row, by the titles of the facts. */
export type MissingOf = (stands: Stands, facts: Facts) => readonly string[]

/** Reads what is missing off the codes of the conditions, without asking anything again. */
export function missingReader(program: Program, service: string): MissingOf {
  const root = rootOf(program, service)
  const all = root ? conditionsIn(root) : []
  const waits = new Map(all.map((one) => [one.name, waitsOf(program, service, one)]))
  return (stands, facts) => {
    const titles = new Set<string>()
    const walk = (condition: Condition): void => {
      if (stands(condition.name) !== 'open') return
      for (const wait of waits.get(condition.name) ?? []) wait(facts, titles)
      for (const member of membersOf(condition, stands)) walk(member)
    }
    if (root) walk(root)
    return [...titles]
  }
}

/** All members of a group; of variants the one that applies, where that is known. */
function membersOf(condition: Condition, stands: Stands): readonly Condition[] {
  if (condition.kind !== 'variant') return 'of' in condition ? condition.of : []
  const at = condition.when.findIndex(
    (_, place) => stands(choiceOf(condition, place)) !== 'not-met',
  )
  const chosen = condition.of[at]
  return chosen && stands(choiceOf(condition, at)) === 'met' ? [chosen] : []
}

const choiceOf = ({ name }: Condition, at: number): string => `${name}:when:${at}`

/** The program with the choice of each variant as a condition of its own, so that a run keeps it. */
export function withChoices(program: Program): Program {
  const variants = Object.values(program.conditions)
    .flatMap(conditionsIn)
    .filter((one) => one.kind === 'variant')
  const choices = variants.flatMap((variant) =>
    variant.when.map((test, at): [string, Condition] => {
      const { cite, title, printed } = variant
      const name = choiceOf(variant, at)
      return [name, { name, cite, title, kind: 'computed', test, printed: printed[at] ?? '' }]
    }),
  )
  return { ...program, conditions: { ...program.conditions, ...Object.fromEntries(choices) } }
}

/** Adds the title of what a condition waits for, where the facts do not have it. */
type Wait = (facts: Facts, titles: Set<string>) => void

function waitsOf(program: Program, service: string, condition: Condition): readonly Wait[] {
  const { title } = condition
  if (condition.kind === 'judged') return [(_, titles) => titles.add(title.zh)]
  if (condition.kind === 'evidenced') {
    const papers = program.services[service]?.papers ?? []
    const paper = papers.find(({ name }) => name === condition.paper)
    return [(_, titles) => titles.add((paper?.title ?? title).zh)]
  }
  if (condition.kind === 'computed') return namedBehind(program, condition)
  if (condition.kind !== 'variant') return []
  const { name, cite, when } = condition
  const test = { kind: 'and', of: when } as const
  return namedBehind(program, { name, cite, title, kind: 'computed', test, printed: '' })
}

/** As findings list them. */
const ORDER: readonly string[] = ['fact', 'score', 'records']

function namedBehind(program: Program, condition: Condition): readonly Wait[] {
  // A service of this one condition asks for exactly what the condition rests on.
  const [any] = Object.values(program.services)
  if (!any) return []
  const alone = { ...any, needs: condition.name, papers: [], pays: null }
  const conditions = { ...program.conditions, [condition.name]: condition }
  const all = asks({ ...program, conditions, services: { alone } }, 'alone')
  return all
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .flatMap((ask): Wait[] => {
      if (ask.kind === 'fact') return [unlessKnown(ask.fact.name, ask.fact.title.zh)]
      if (ask.kind === 'score') return [unlessKnown(ask.value.name, ask.value.title.zh)]
      if (ask.kind !== 'records') return []
      const { name, title, fields } = ask.records
      const gaps = Object.values(fields).filter((field) => ask.fields.includes(field.name))
      return [
        (facts, titles) => {
          const given = facts[name]
          if (!Array.isArray(given)) return void titles.add(title.zh)
          const rows = given as readonly Readonly<Record<string, Supplied | null>>[]
          for (const field of gaps) {
            const gap = rows.some((row) => isBlank(row[field.name]))
            if (gap) titles.add(`${title.zh}·${field.title.zh}`)
          }
        },
      ]
    })
}

const unlessKnown =
  (name: string, title: string): Wait =>
  (facts, titles) => {
    if (!isKnown(facts[name])) titles.add(title)
  }

function isKnown(given: Supplied | null | undefined): boolean {
  if (isBlank(given)) return false
  return !(typeof given === 'object' && given !== null && 'unavailable' in given)
}

const isBlank = (given: Supplied | null | undefined): boolean =>
  given === null || given === undefined || given === ''

/** The same from an outcome of the interpreter: findings below groups that are still open. */
export function missingIn(findings: readonly Finding[]): readonly string[] {
  const byName = new Map(findings.map((one) => [one.condition, one]))
  const walk = (one: Finding | undefined): readonly string[] => {
    if (!one || one.answer === 'met' || one.answer === 'not-met') return []
    const own = one.missing.map(({ title }) => title.zh)
    return [...own, ...one.of.flatMap((name) => walk(byName.get(name)))]
  }
  return [...new Set(walk(findings[0]))]
}

export const rootOf = (program: Program, service: string): Condition | null =>
  conditionNamed(program, program.services[service]?.needs ?? '') ?? null
