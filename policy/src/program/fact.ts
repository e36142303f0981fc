import type { Citation } from './citation.ts'
import type { Words } from './words.ts'

/** The English kebab-case key of a fact, a paper or a judged condition: one name space a pack. */
export type FactName = string

/** What a fact may hold. Days are calendar days, money is exact, a choice is one of a closed list. */
export type FactType =
  | 'amount' // money; base unit 元, compared exactly
  | 'area' // base unit 平方米
  | 'count' // whole things, with the classifier the article uses: 家 人 个 项
  | 'share' // a ratio; 10% is 0.1
  | 'number'
  | 'day'
  | 'flag'
  | 'choice'
  | 'choices' // any number of the closed list
  | 'text'

export type Option = { readonly value: string; readonly title: Words }

/** Who can supply what is missing: the applicant, a register, or an office of the pack. */
export type Supplier = 'applicant' | 'register' | (string & {})

/** A fact of the shared vocabulary, as far as a program needs it. */
export type Fact = {
  readonly name: FactName
  readonly title: Words
  readonly type: FactType
  /** As the article prints it (平方米, 家, 人, 万元); null for days, flags, choices, text. */
  readonly unit: string | null
  readonly options: readonly Option[]
  /** Whom the fact is about: the party itself, its carrier, its foreign partner. */
  readonly subject: 'party' | 'carrier' | 'partner'
  readonly from: Supplier
  readonly sensitivity: 'public' | 'internal' | 'personal'
  /** How a person is asked for it, and a line of help. */
  readonly ask: Words
  readonly help: Words | null
  /** Which way the party itself can change it; absent where the rule of its type and supplier holds. */
  readonly changes?: FactChange
}

/** Never by the party's doing, only upwards (later), only downwards (earlier), or either way. */
export type FactChange = 'fixed' | 'more' | 'less' | 'freely'

/** A paper that proves something: one file or several, whose kinds and size are bounded. */
export type Paper = {
  readonly name: FactName
  readonly title: Words
  readonly cite: Citation
  readonly kinds: readonly ('pdf' | 'image' | 'docx' | 'xlsx')[]
  readonly required: boolean
  readonly help: Words | null
}
