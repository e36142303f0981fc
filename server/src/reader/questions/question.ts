/** What a person has to decide about; each is a question, never an answer. */
export type QuestionKind =
  /** Opens a list of conditions: 应同时具备以下条件. */
  | 'conditions'
  /** A number with its unit. */
  | 'number'
  /** A length of time. */
  | 'time'
  /** An amount of money. */
  | 'amount'
  /** A day or a year. */
  | 'day'
  /** An adjective or an ability that somebody must judge. */
  | 'judged'
  /** A number left open: several, some. */
  | 'vague'
  | 'step'
  | 'office'
  | 'delegation'
  | 'sanction'
  | 'validity'
  | 'leans-on'

export type Sign = '>=' | '>' | '<' | '<=' | null

export type Question = {
  readonly kind: QuestionKind
  /** The words as printed, a few at most, never a sentence. */
  readonly printed: string
  /** For numbers: the value without its scale words, the unit as printed, how it compares. */
  readonly value?: string
  readonly unit?: string
  readonly sign?: Sign
  /** For steps: the glossary's English name. */
  readonly step?: string
}

export type Asked = Question & { readonly address: string; readonly line: number }
