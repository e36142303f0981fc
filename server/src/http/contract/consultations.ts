import { z } from 'zod'
import { Day, Id, named, Words } from './terms.ts'

const Outcome = z.enum(['adopted', 'partly', 'not-adopted'])
const Phase = z.enum(['prepared', 'coming', 'open', 'closed', 'summarised'])
const Article = z.string().min(1).max(40)
const Text = z.string().trim().min(1)

const DraftArticle = named(
  'DraftArticle',
  z.object({ article: z.string(), gist: Words.nullable(), text: z.string().nullable() }),
)

const row = {
  id: Id,
  number: z.string(),
  title: Words,
  office: Words,
  opensOn: Day,
  closesOn: Day,
  phase: Phase,
  /** Days left to comment, the last one counted; null while it is not open. */
  daysLeft: z.number().int().nullable(),
}
export const ConsultationRow = named('ConsultationRow', z.object(row))

const ArticleCount = named(
  'ArticleCount',
  z.object({
    /** Null: the draft as a whole. */
    article: z.string().nullable(),
    comments: z.number().int(),
    adopted: z.number().int(),
    partly: z.number().int(),
    'not-adopted': z.number().int(),
  }),
)

const AdoptionSummary = named(
  'AdoptionSummary',
  z.object({
    number: z.string(),
    remarks: z.string(),
    comments: z.number().int(),
    counts: z.array(ArticleCount),
    answers: z.array(
      z.object({
        articles: z.array(z.string().nullable()),
        gist: z.string(),
        outcome: Outcome,
        reason: z.string(),
        numbers: z.array(z.string()),
      }),
    ),
  }),
)

const AdoptedVersion = named(
  'AdoptedVersion',
  z.object({
    pack: z.string(),
    version: z.string(),
    title: Words,
    differences: z.array(
      z.object({
        article: z.string(),
        change: z.enum(['same', 'changed', 'new', 'gone', 'unknown']),
        before: DraftArticle.nullable(),
        after: DraftArticle.nullable(),
      }),
    ),
  }),
)

export const ConsultationView = named(
  'ConsultationView',
  z.object({
    ...row,
    /** The installed version it is about; null where the draft came as a document. */
    pack: z.string().nullable(),
    version: z.string().nullable(),
    articles: z.array(DraftArticle),
    note: z.string(),
    files: z.array(z.object({ id: Id, of: z.enum(['draft', 'note']), name: z.string() })),
    contact: z.string(),
    counted: Words,
    /** Why it is shorter than 30 days. */
    shortened: z.string().nullable(),
    publishedOn: Day.nullable(),
    summaryOn: Day.nullable(),
    summary: AdoptionSummary.nullable(),
    adopted: AdoptedVersion.nullable(),
  }),
)

export const PrepareInput = named(
  'PrepareConsultation',
  z.object({
    title: z.object({ zh: Text.min(4).max(120), en: Text.min(4).max(200) }),
    draft: z.object({ pack: z.string(), version: z.string() }).nullable(),
    note: z.string().trim().max(20_000).default(''),
    contact: Text.min(4).max(300),
    opensOn: Day,
    closesOn: Day,
    shortened: Text.min(4).max(500).nullable().default(null),
  }),
)

export const CommentInput = named(
  'Comment',
  z.object({
    article: Article.nullable().default(null),
    says: Text.min(5).max(4000),
    name: Text.min(2).max(80),
    contact: Text.min(5).max(120),
    /** Consent to use name and contact to ask back about this comment only. */
    consent: z.literal(true),
  }),
)

/** What whoever comments keeps: the number, and a key that shows and erases the comment. */
export const Commented = named(
  'Commented',
  z.object({ id: Id, number: z.string(), key: z.string() }),
)

export const Key = z.string().regex(/^[\w-]{24}$/)

export const OwnComment = named(
  'OwnComment',
  z.object({
    id: Id,
    number: z.string(),
    article: z.string().nullable(),
    says: z.string(),
    on: Day,
    /** Whether name and contact are still kept. */
    named: z.boolean(),
    answered: z.object({ outcome: Outcome, reason: z.string() }).nullable(),
  }),
)

export const CommentsView = named(
  'CommentsView',
  z.object({
    comments: z.array(
      z.object({
        id: Id,
        number: z.string(),
        article: z.string().nullable(),
        says: z.string(),
        on: Day,
        name: z.string().nullable(),
        contact: z.string().nullable(),
        answer: Id.nullable(),
      }),
    ),
    answers: z.array(
      z.object({
        id: Id,
        gist: z.string(),
        outcome: Outcome,
        reason: z.string(),
        on: Day,
        by: z.string(),
      }),
    ),
  }),
)

export const AnswerInput = named(
  'AnswerComments',
  z.object({
    comments: z.array(Id).min(1).max(500),
    gist: Text.min(4).max(1000),
    outcome: Outcome,
    reason: Text.min(4).max(2000),
  }),
)
