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
  /** Names of the fields in printed order; absent in programs compiled before it was kept. */
  readonly order?: readonly FactName[]
  /** Each a fact of the record at hand. */
  readonly fields: Readonly<Record<FactName, Fact>>
  readonly ask: Words
  readonly help: Words | null
}

/** The fields in the vocabulary's order: a stored program sorts the keys of its maps. */
export function fieldsInOrder({ fields, order }: Records): readonly Fact[] {
  const names = order ?? Object.keys(fields)
  return names.flatMap((name) => fields[name] ?? [])
}
