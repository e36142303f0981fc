import type {
  Complaint,
  Coverage,
  NameKind,
  Outline,
  OutlinedArticle,
  OutlinedName,
  Tried,
} from '@banfa/policy'

export type { Complaint, Coverage, NameKind, Outline, OutlinedArticle, OutlinedName }

/** The text of a pack by path, the vocabulary's below `vocabulary/`. */
export type Files = Readonly<Record<string, string>>

export type TriedExample = {
  readonly name: string
  readonly file: string
  readonly line: number
  readonly cite: string
  readonly differs: Tried['differs']
}

/** What the worker says of a text: always complaints and names; the rest once it compiles. */
export type Checked = {
  readonly complaints: readonly Complaint[]
  readonly outline: Outline
  readonly compiled: {
    readonly tried: readonly TriedExample[]
    readonly coverage: Coverage
  } | null
}

/** JSON Schema of each kind of file, as the engine publishes it. */
export type Schemas = Readonly<Record<string, Schema>>
export type Schema = { readonly [key: string]: unknown }

export type Asked = { readonly turn: number; readonly files: Files }
export type Told =
  | { readonly kind: 'schemas'; readonly schemas: Schemas }
  | { readonly kind: 'checked'; readonly turn: number; readonly checked: Checked }
