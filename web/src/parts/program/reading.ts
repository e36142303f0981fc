import { type Ask, asks, type Condition, conditionsIn, type Program } from '@banfa/policy/run'
import { articleOf } from '../../ui/format.ts'

/** Every condition of a program once, groups before their members. */
export function everyCondition(program: Program): readonly Condition[] {
  const all = Object.values(program.conditions).flatMap(conditionsIn)
  return [...new Map(all.map((condition) => [condition.name, condition])).values()]
}

/** Does a provision fall under another: 第7条(四) under 第7条, and under itself. */
export const fallsUnder = (cite: string, under: string): boolean =>
  cite === under || (under === articleOf(under) && articleOf(cite) === under)

/** The leaves that carry out a provision: what a machine or a person answers. */
export function conditionsUnder(program: Program, cite: string): readonly Condition[] {
  return everyCondition(program).filter(
    (condition) => !('of' in condition) && fallsUnder(condition.cite, cite),
  )
}

/** What a provision asks for, in any service: facts and papers, each once. */
export function asksUnder(program: Program, cite: string): readonly Ask[] {
  const all = Object.keys(program.services).flatMap((service) => asks(program, service))
  const under = all.filter((ask) => ask.kind !== 'judgement' && fallsUnder(ask.cite, cite))
  return [...new Map(under.map((ask) => [askName(ask), ask])).values()]
}

export function askName(ask: Ask): string {
  switch (ask.kind) {
    case 'fact':
      return ask.fact.name
    case 'records':
      return ask.records.name
    case 'paper':
      return ask.paper.name
    case 'score':
      return ask.value.name
    case 'judgement':
      return ask.condition.name
  }
}

/** Readings of a provision: of all its items for a whole article, and of whatever rests on it. */
export function readingsOf(program: Program, cite: string) {
  const named = new Set(
    everyCondition(program)
      .filter((condition) => fallsUnder(condition.cite, cite))
      .map((condition) => condition.name),
  )
  return program.interpretations.filter(
    (reading) => fallsUnder(reading.cite, cite) || reading.touches.some((name) => named.has(name)),
  )
}

/** Titles of facts and papers by name, across the services of a program. */
export function titleOf(program: Program, name: string) {
  const papers = Object.values(program.services).flatMap((service) => service.papers)
  return (
    program.facts[name]?.title ??
    program.records[name]?.title ??
    papers.find((paper) => paper.name === name)?.title ??
    null
  )
}
