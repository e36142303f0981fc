import type { Citation } from '../../program/citation.ts'
import type { Words } from '../../program/words.ts'

/** A built-in type of FEEL, or the name of an item definition of the file. */
export type TypeName = string

/** What one is asked for, or what is worked out: input data and decisions of a DMN file. */
export type Item = {
  readonly id: string
  /** As FEEL calls it. */
  readonly name: string
  readonly type: TypeName
  readonly title: Words
  readonly cite: Citation | null
  readonly says: string
  /** What kind of thing of the pack it is and its key there, for the way back. */
  readonly of: { readonly kind: ItemKind; readonly key: string; readonly unit?: string }
  readonly requires: readonly string[]
  /** Null: input data. */
  readonly logic: Logic | null
}

export type ItemKind =
  | 'fact'
  | 'records'
  | 'paper'
  | 'judgement'
  | 'score'
  | 'day-asked'
  | 'condition'
  | 'value'
  | 'guard'
  | 'service'

export type Logic = { readonly kind: 'literal'; readonly text: string } | Table

export type Table = {
  readonly kind: 'table'
  readonly hit: 'FIRST' | 'COLLECT SUM'
  readonly inputs: readonly { readonly text: string; readonly type: TypeName }[]
  readonly output: TypeName
  readonly rows: readonly Row[]
}

export type Row = {
  /** One unary test a column; `-` for any. */
  readonly tests: readonly string[]
  readonly gives: string
  readonly note: string
}

export type ItemType = {
  readonly name: string
  readonly of: TypeName
  readonly list: boolean
  readonly allowed: readonly string[]
  readonly fields: readonly ItemType[]
}

export type Definitions = {
  readonly id: string
  readonly name: string
  readonly namespace: string
  readonly says: string
  readonly types: readonly ItemType[]
  readonly items: readonly Item[]
  readonly service: {
    readonly id: string
    readonly name: string
    readonly says: string
    readonly gives: readonly string[]
  }
  /** What standard FEEL could not say and the file therefore asks for. */
  readonly notes: readonly Words[]
}
