import { restsOn } from '../evaluate/facts-of.ts'
import { formulasOf } from '../evaluate/worked-values.ts'
import type { Citation } from '../program/citation.ts'
import type { Condition } from '../program/condition.ts'
import { conditionsIn } from '../program/conditions-in.ts'
import type { Expression } from '../program/expression.ts'
import type { Fact, FactName, Paper } from '../program/fact.ts'
import type { Program } from '../program/program.ts'
import { fieldsInOrder, type Records } from '../program/records.ts'
import type { ValueDefinition } from '../program/value-definition.ts'

/** What a service asks for, and the article that asks: in the order of the articles. */
export type Ask =
  | { readonly kind: 'fact'; readonly fact: Fact; readonly cite: Citation }
  | {
      readonly kind: 'records'
      readonly records: Records
      readonly cite: Citation
      /** The fields that the service looks at and the key, in the order of the vocabulary. */
      readonly fields: readonly FactName[]
    }
  | { readonly kind: 'paper'; readonly paper: Paper; readonly cite: Citation }
  /** A number that a person gives within the range the measure leaves. */
  | { readonly kind: 'score'; readonly value: ValueDefinition; readonly cite: Citation }
  | {
      readonly kind: 'judgement'
      readonly condition: Extract<Condition, { kind: 'judged' }>
      readonly cite: Citation
    }

/** Everything a service asks for, each once, in the order its conditions print; then other papers. */
export function asks(program: Program, serviceName: string): readonly Ask[] {
  const service = program.services[serviceName]
  const root = service && program.conditions[service.needs]
  if (!service || !root) return []
  const paid = service.pays ? [service.pays.amount, service.pays.payable] : []
  const all = [
    ...conditionsIn(root).flatMap((condition) => asksOf(program, condition, service.papers)),
    ...paid.flatMap((name) => formulaAsks(program, { kind: 'value', name }, service.cite)),
    ...service.papers.map((paper): Ask => ({ kind: 'paper', paper, cite: paper.cite })),
  ]
  const first = new Map<string, Ask>()
  for (const ask of all) {
    const known = first.get(nameOf(ask))
    first.set(nameOf(ask), known ? both(known, ask) : ask)
  }
  return [...first.values()]
}

/** Asked twice is asked once, for all the fields that either looks at. */
function both(known: Ask, again: Ask): Ask {
  if (known.kind !== 'records' || again.kind !== 'records') return known
  return { ...known, fields: fieldsIn(known.records, [...known.fields, ...again.fields]) }
}

function fieldsIn(records: Records, named: readonly FactName[]): readonly FactName[] {
  const names = fieldsInOrder(records).map(({ name }) => name)
  return names.filter((name) => name === records.key || named.includes(name))
}

function asksOf(program: Program, condition: Condition, papers: readonly Paper[]): Ask[] {
  const { cite } = condition
  const formulas = formulasOf(condition)
  if (formulas.length > 0) return formulas.flatMap((formula) => formulaAsks(program, formula, cite))
  if (condition.kind === 'judged') return [{ kind: 'judgement', condition, cite }]
  if (condition.kind !== 'evidenced') return []
  return papers
    .filter(({ name }) => name === condition.paper)
    .map((paper) => ({ kind: 'paper', paper, cite }))
}

function formulaAsks(program: Program, formula: Expression, cite: Citation): Ask[] {
  const { facts, records, scores, fields } = restsOn(formula, program.values)
  return [
    ...facts.flatMap((name) => {
      const fact = program.facts[name]
      return fact ? [{ kind: 'fact' as const, fact, cite }] : []
    }),
    ...records.flatMap((name) => {
      const table = program.records[name]
      return table
        ? [{ kind: 'records' as const, records: table, cite, fields: fieldsIn(table, fields) }]
        : []
    }),
    ...scores.flatMap((name) => {
      const value = program.values[name]
      return value ? [{ kind: 'score' as const, value, cite: value.cite }] : []
    }),
  ]
}

function nameOf(ask: Ask): string {
  if (ask.kind === 'records') return ask.records.name
  if (ask.kind === 'score') return ask.value.name
  if (ask.kind === 'fact') return ask.fact.name
  return ask.kind === 'paper' ? ask.paper.name : ask.condition.name
}
