import type { Expression } from '../program/expression.ts'
import { AlreadyTold, FormulaError } from '../syntax/cursor.ts'
import type { Tree } from '../syntax/formula-tree.ts'
import { parseFormula } from '../syntax/parse-formula.ts'
import { namesOf } from '../syntax/token.ts'
import type { FormulaText } from '../syntax/value-shape.ts'
import type { Complaints } from '../text/complaint.ts'
import { typeFlag, typeFormula } from './formula-types.ts'
import type { Scope } from './scope.ts'
import type { Typed } from './type.ts'

/** Where a formula stands and under which article: what a complaint about it needs. */
export type Place = {
  readonly scope: Scope
  readonly cite: string
  readonly complaints: Complaints
}

const sorted = new WeakMap<readonly string[], ReturnType<typeof namesOf>>()

/** The names of a scope as the parser wants them, sorted once. */
export function namesIn(scope: Scope): ReturnType<typeof namesOf> {
  const known = sorted.get(scope.names) ?? namesOf(scope.names)
  sorted.set(scope.names, known)
  return known
}

/** The type of a formula where it stands; null (with a complaint) when it does not fit. */
export function typedHere(text: FormulaText, place: Place): Typed | null {
  return here(text, place, () => typeFormula(treeOf(text, place.scope), place.scope))
}

/** The same, where only yes or no will do. */
export function flagHere(text: FormulaText, place: Place): Expression | null {
  return here(text, place, () => typeFlag(treeOf(text, place.scope), place.scope))
}

export function treeOf(text: FormulaText, scope: Scope): Tree {
  return parseFormula(text.formula, namesIn(scope))
}

/** Runs what may find a fault in a formula; the fault becomes a complaint at its column. */
export function here<T>(text: FormulaText, place: Place, work: () => T): T | null {
  try {
    return work()
  } catch (problem) {
    if (!(problem instanceof FormulaError)) throw problem
    if (problem instanceof AlreadyTold) return null
    place.complaints.add({
      at: { ...text.at, column: text.at.column + problem.at },
      cite: place.cite,
      code: 'formula.wrong',
      zh: `公式“${text.formula}”：${problem.zh}`,
      en: `in the formula “${text.formula}”: ${problem.en}`,
    })
    return null
  }
}
