import { below, type Known } from '../check/known.ts'
import type { Condition } from '../program/condition.ts'
import type { Program } from '../program/program.ts'
import { FormulaError } from '../syntax/cursor.ts'
import { compileCondition } from './compile-condition.ts'

/** What of a program the checks of examples and of printed numbers look at. */
export type SoundPart = Pick<Program, 'conditions' | 'values' | 'facts' | 'records' | 'services'>

/**
 * The conditions and values of a pack that are sound each by themselves, so that what is wrong
 * elsewhere does not keep their own complaints from being told.
 */
export function soundPart(known: Known): SoundPart {
  const conditions = known.source.conditions.flatMap(below).flatMap((text): Condition[] => {
    if (text.body.kind !== 'that') return []
    try {
      return [compileCondition(text, known.scope)]
    } catch (problem) {
      if (problem instanceof FormulaError) return []
      throw problem
    }
  })
  return {
    conditions: Object.fromEntries(conditions.map((one) => [one.name, one])),
    values: Object.fromEntries(known.values),
    facts: Object.fromEntries(known.facts),
    records: Object.fromEntries(known.records),
    services: {},
  }
}
