import type { Fact, FactName, Supplier } from './fact.ts'
import type { Words } from './words.ts'

export type RecordsName = string

/**
 * A list of like records about one subject: yearly figures, awards, rights. With a `key` (a whole
 * number such as the year) no two records bear the same one.
 */
export type Records = {
  readonly name: RecordsName
  readonly title: Words
  readonly subject: Fact['subject']
  readonly from: Supplier
  readonly sensitivity: Fact['sensitivity']
  readonly key: FactName | null
  /** In printed order; each a fact of the record at hand. */
  readonly fields: Readonly<Record<FactName, Fact>>
  readonly ask: Words
  readonly help: Words | null
}
