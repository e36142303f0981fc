import type { Citation } from './citation.ts'
import type { OfficeKey } from './condition.ts'
import type { Expression } from './expression.ts'
import type { FactType, Option } from './fact.ts'
import type { Words } from './words.ts'

export type ValueName = string

/**
 * A value that the measure defines and others name: a ratio, a score, a grade, an amount. Values
 * never lead back to themselves (`check` refuses circles).
 */
export type ValueDefinition = {
  readonly name: ValueName
  readonly title: Words
  readonly cite: Citation
  /** What it gives, in the terms of facts, so that it prints and compares like one. */
  readonly type: FactType
  readonly unit: string | null
  readonly options: readonly Option[]
  readonly of: Expression
  /** The formula as written; null for tables, scores and what `compile` made. */
  readonly printed: string | null
  /** Values it is made of, shown beneath it in printed order. */
  readonly parts: readonly ValueName[]
  /** Who gives it and to which question, where a person scores within a range. */
  readonly scoredBy: { readonly by: OfficeKey; readonly question: Words } | null
}
