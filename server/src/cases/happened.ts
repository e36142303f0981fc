import type { Act, Stage } from '@banfa/policy/run'
import type { Day, Json, Words } from '../kernel/index.ts'
import type { GoverningText } from './case.ts'
import type { LeftOut } from './limit-over-steps.ts'

/** Who acts for whom by a delegation of the measure: 受市科技局委托. */
export type ByDelegation = {
  readonly name: string
  readonly cite: string
  readonly onBehalfOf: Words
  /** The number of the written mandate 委托书 it was done under, where there was one. */
  readonly mandate?: string
}

type Answers = Readonly<Record<string, 'met' | 'not-met'>>
type Points = Readonly<Record<string, number>>

/** One thing to correct: the field or paper it is about (null: the whole), its article, what to do. */
export type Point = {
  readonly about: string | null
  readonly title: Words
  readonly cite: string | null
  readonly says: string
}

/** Reviews and notices of a round that ends, which limits may still leave out; absent in older entries. */
type RoundEnded = { readonly leftOut?: readonly LeftOut[] }

/** What one act adds to the record, besides who, when, why and under which article. */
type Details = {
  /** `text`: of a first filing that a transitional rule puts under another text than the call's. */
  file: {
    filing: string
    receipt: string
    ordinal: number
    hash: string
    digest: string
    text?: GoverningText
  }
  withdraw: object
  /** `deemedOn`: the day an acceptance by silence dates from; absent where somebody accepted. */
  accept: { document: string | null; deemedOn?: Day }
  return: {
    missing: readonly { name: string; title: Words; cite: string }[]
    document: string
    /** What the officer adds, each to a fact, a paper or the whole; absent in older entries. */
    points?: readonly Point[]
    /** The last day for the correction; null or absent without a limit. */
    until?: Day | null
  }
  transfer: { from: Words; to: Words }
  /** `reopens`: conditions that are judged anew. */
  'send-back': { to: Stage; reopens: readonly string[] } & RoundEnded
  reappraise: { reopens: readonly string[] } & RoundEnded
  recommend: { document: string }
  /**
   * `from`: the day the first experts of the round were assigned; absent in older entries.
   * `blind`: the experts are not told whose case it is.
   */
  assign: { experts: number; draw?: string; from?: Day; blind?: true }
  judge: { answers: Answers; reasons: Readonly<Record<string, string>>; points?: Points }
  'conclude-review': {
    /** Over how many it was counted: those assigned less who stood aside; absent in older entries. */
    experts?: number
    answers: Answers
    tally: Readonly<Record<string, { met: number; notMet: number }>>
    /** The mean of the experts' points by value (ADR 0056); absent where none are asked for. */
    points?: Points
  }
  deliberate: object
  publicise: { notice: { id: string; number: string; until: Day } }
  object: { objection: string; number: string; digest: string }
  'answer-objection': { objection: string; upheld: boolean }
  propose: object
  decide: { digest: string; filing: string }
  refuse: {
    findings: readonly { condition: string; title: Words; cite: string }[]
    document: string
  }
  certify: { certificate: { number: string; recognition: string }; document: string; hash: string }
  revoke: { sanction: string; foundOn: Day; barredUntil: Day | null }
  restore: { sanction: string }
}

export type DetailOf<A extends Act> = Details[A] & { readonly delegation?: ByDelegation }

/** The detail of an entry. Only append() writes entries about cases, and its types are these. */
export function detailOf<A extends Act>(_act: A, entry: { readonly detail: Json }): DetailOf<A> {
  return entry.detail as unknown as DetailOf<A>
}

/** A migration of an open case and its undoing: no act of the procedure, the stage stays. */
export type TextMove = 'version.migrate' | 'version.restore'

export function isTextMove(act: string): act is TextMove {
  return act === 'version.migrate' || act === 'version.restore'
}

/** A paper kept from the experts of a blind review, or shown to them again: no act of the procedure. */
export type PaperNote = 'paper.withhold' | 'paper.show'

export function isPaperNote(act: string): act is PaperNote {
  return act === 'paper.withhold' || act === 'paper.show'
}

export function paperNoted(entry: { readonly detail: Json }): { readonly paper: string } {
  return entry.detail as unknown as { readonly paper: string }
}

export type TextMoved = {
  /** The migration it is part of. */
  readonly migration: string
  readonly from: string
  readonly to: string
  /** What governs from here on; null: the text of the call. */
  readonly text: GoverningText | null
}

export function textMoved(entry: { readonly detail: Json }): TextMoved {
  return entry.detail as unknown as TextMoved
}
