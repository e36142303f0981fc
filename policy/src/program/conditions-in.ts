import type { Condition } from './condition.ts'
import type { Program } from './program.ts'

/** A condition at any depth and what is below it, in printed order. */
export function conditionsIn(condition: Condition): readonly Condition[] {
  const members = 'of' in condition ? condition.of : []
  return [condition, ...members.flatMap(conditionsIn)]
}

/** Programs are frozen, so what is looked up in one once holds for good. */
const byName = new WeakMap<Program, ReadonlyMap<string, Condition>>()

/** The condition of that name at any depth of the program. */
export function conditionNamed(program: Program, name: string): Condition | undefined {
  const known = byName.get(program) ?? indexOf(program)
  byName.set(program, known)
  return known.get(name)
}

function indexOf(program: Program): ReadonlyMap<string, Condition> {
  const all = Object.values(program.conditions).flatMap(conditionsIn)
  return new Map(all.map((condition) => [condition.name, condition]))
}

const answered = new WeakMap<Program['conditions'], readonly string[]>()

/** Papers and judged conditions: the names answered by met or not met. */
export function namesAnswered(program: Pick<Program, 'conditions'>): readonly string[] {
  const known = answered.get(program.conditions) ?? gatherAnswered(program)
  answered.set(program.conditions, known)
  return known
}

function gatherAnswered(program: Pick<Program, 'conditions'>): readonly string[] {
  const all = Object.values(program.conditions).flatMap(conditionsIn)
  return [...new Set(all.flatMap(answeredBy))]
}

function answeredBy(condition: Condition): readonly string[] {
  if (condition.kind === 'evidenced') return [condition.paper]
  return condition.kind === 'judged' ? [condition.name] : []
}
