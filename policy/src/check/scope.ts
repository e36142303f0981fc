import type { Expression } from '../program/expression.ts'
import type { Fact } from '../program/fact.ts'
import type { Records } from '../program/records.ts'
import type { ValueDefinition } from '../program/value-definition.ts'
import type { Tree } from '../syntax/formula-tree.ts'
import type { Typed } from './type.ts'

/** What the names of a formula mean. */
export type Scope = {
  readonly factByName: ReadonlyMap<string, Fact>
  readonly recordsByName: ReadonlyMap<string, Records>
  /** What a value of the pack gives; null when there is none. @throws FormulaError on a circle */
  readonly valueNamed: (name: string, at: number) => ValueDefinition | null
  readonly names: readonly string[]
  /** Inside a filter: the record at hand, and what `some … in` calls it. */
  readonly record: { readonly of: Records; readonly alias: string | null } | null
}

export const DAY_ASKED = ['申报日', 'day-asked'] as const

/** Types the parts of a formula for those who know one kind of part only. */
export type Typer = {
  readonly scope: Scope
  /** Records and lists of their values too. */
  readonly any: (tree: Tree) => Typed
  /** One value. */
  readonly one: (tree: Tree) => Typed
  /** Yes or no. */
  readonly flag: (tree: Tree) => Expression
  readonly inside: (scope: Scope) => Typer
}
