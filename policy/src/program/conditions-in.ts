import type { Condition } from './condition.ts'
import type { Program } from './program.ts'

/** A condition at any depth and what is below it, in printed order. */
export function conditionsIn(condition: Condition): readonly Condition[] {
  const members = 'of' in condition ? condition.of : []
  return [condition, ...members.flatMap(conditionsIn)]
}

/** The condition of that name at any depth of the program. */
export function conditionNamed(program: Program, name: string): Condition | undefined {
  for (const root of Object.values(program.conditions)) {
    const found = conditionsIn(root).find((condition) => condition.name === name)
    if (found) return found
  }
  return undefined
}
