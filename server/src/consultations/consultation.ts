import type { Day, Id, OfficeId, Words } from '../kernel/index.ts'

export type ConsultationId = Id<'ConsultationId'>
export type CommentId = Id<'CommentId'>
export type AnswerId = Id<'AnswerId'>

/** 采纳、部分采纳、未采纳. */
export const OUTCOMES = ['adopted', 'partly', 'not-adopted'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** An article of the draft as published: our gist, the text itself, or both. */
export type DraftArticle = {
  /** `第7条`. */
  readonly article: string
  readonly gist: Words | null
  readonly text: string | null
}

/** How many comments an article had, and what became of them; null: the draft as a whole. */
export type ArticleCount = Readonly<Record<Outcome, number>> & {
  readonly article: string | null
  readonly comments: number
}

/** Comments answered together, without anybody's name. */
export type SummedAnswer = {
  readonly articles: readonly (string | null)[]
  readonly gist: string
  readonly outcome: Outcome
  readonly reason: string
  /** The numbers of the comments, by which whoever wrote one finds it. */
  readonly numbers: readonly string[]
}

/** 意见征集及采纳情况, frozen by its publication. */
export type Summary = {
  readonly number: string
  readonly document: string
  readonly remarks: string
  readonly comments: number
  readonly counts: readonly ArticleCount[]
  readonly answers: readonly SummedAnswer[]
}

export type Consultation = {
  readonly id: ConsultationId
  readonly number: string
  readonly title: Words
  readonly office: Words
  readonly officeId: OfficeId
  /** The installed version it is about; null where the draft came as a document. */
  readonly pack: string | null
  readonly version: string | null
  readonly articles: readonly DraftArticle[]
  readonly draftFile: string | null
  /** 起草说明. */
  readonly note: string
  readonly noteFile: string | null
  /** Where to write besides this page: address, telephone, e-mail. */
  readonly contact: string
  readonly opensOn: Day
  /** The last day on which a comment is taken. */
  readonly closesOn: Day
  readonly counted: Words
  readonly shortened: string | null
  readonly publishedOn: Day | null
  readonly summary: Summary | null
  readonly summaryOn: Day | null
  readonly adopted: { readonly pack: string; readonly version: string } | null
}

export type Phase = 'prepared' | 'coming' | 'open' | 'closed' | 'summarised'

/** Where a consultation stands on a day; nothing but its days and its summary says so. */
export function phaseOf(of: Consultation, today: Day): Phase {
  if (of.publishedOn === null) return 'prepared'
  if (of.summaryOn !== null) return 'summarised'
  if (today < of.opensOn) return 'coming'
  return today <= of.closesOn ? 'open' : 'closed'
}

export const subjectOf = (id: ConsultationId) => ({ kind: 'consultation', id })
