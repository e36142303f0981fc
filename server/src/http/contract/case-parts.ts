import { z } from 'zod'
import { Day, Id, JsonValue, named, Outcome, PartnerView, Refusal, Words } from './terms.ts'

/** One filing with what differs from the one before it, field by field and file by file. */
export const FilingVersion = named(
  'FilingVersion',
  z.object({
    ordinal: z.number().int(),
    receipt: z.string(),
    on: Day,
    hash: z.string(),
    facts: z.array(z.object({ name: z.string(), title: Words, before: Words, after: Words })),
    papers: z.array(
      z.object({
        paper: z.string(),
        title: Words,
        added: z.array(z.string()),
        removed: z.array(z.string()),
      }),
    ),
    partner: z.object({ before: PartnerView.nullable(), after: PartnerView.nullable() }).nullable(),
  }),
)

/** One result as open data has it: what its certificate shows to anybody. */
export const PublishedResult = named(
  'PublishedResult',
  z.object({
    number: z.string(),
    title: Words,
    party: z.string(),
    creditCode: z.string().nullable(),
    district: z.string().nullable(),
    pack: z.string(),
    service: z.string(),
    cite: z.string(),
    grantedOn: Day,
    revokedOn: Day.nullable(),
    revokedCite: z.string().nullable(),
  }),
)

/** A draw by lot as anybody may draw it again: codes of this draw alone, no names. */
export const DrawnLot = named(
  'DrawnLot',
  z.object({
    on: Day,
    wanted: z.number().int(),
    candidates: z.array(z.object({ code: z.string(), group: z.string() })),
    candidatesHash: z.string(),
    random: z.string(),
    seed: z.string(),
    drawn: z.array(z.string()),
  }),
)

/** A filter somebody keeps, as the page writes it into its address. */
export const SavedFilter = named(
  'SavedFilter',
  z.object({ id: Id, name: z.string(), filter: z.record(z.string(), z.string()) }),
)

/** What an act on several cases would do or did to each; the refusal where it said no. */
export const BulkLine = named('BulkLine', z.object({ caseId: Id, refused: Refusal.nullable() }))

/** A field of a draft as somebody else left it; `@partner` is the foreign partner. */
export const FieldChange = named(
  'FieldChange',
  z.object({ field: z.string(), value: JsonValue, by: z.string(), at: z.string() }),
)
export const DraftChanges = named(
  'DraftChanges',
  z.object({ revision: z.number().int(), changes: z.array(FieldChange) }),
)
export const DraftSaved = named(
  'DraftSaved',
  DraftChanges.extend({
    savedAt: z.string(),
    rejected: z.array(z.string()),
    outcome: Outcome,
  }),
)

const AnswerView = z.object({
  answer: z.enum(['met', 'not-met']).nullable(),
  points: z.number().nullable(),
  reason: z.string(),
  /** What an expert added later; it changes nothing of the above. */
  added: z.array(z.object({ at: z.string(), says: z.string() })),
})

export const JudgementView = named(
  'JudgementView',
  z.object({
    condition: z.string(),
    title: Words,
    question: Words,
    cite: z.string(),
    by: z.string(),
    looksAt: z.array(z.string()),
    /** The concluded answer, or the district's; null while open. */
    answer: z.enum(['met', 'not-met']).nullable(),
    /** Where points are given: within which range, and those that count. */
    score: z
      .object({
        from: z.string().nullable(),
        to: z.string().nullable(),
        points: z.number().nullable(),
      })
      .nullable(),
    met: z.number().int().nullable(),
    notMet: z.number().int().nullable(),
    asked: z.number().int().nullable(),
    /** The viewer's own answer, where they are asked. */
    mine: AnswerView.nullable(),
    mayAnswer: z.boolean(),
    reasons: z.array(AnswerView.extend({ by: z.string() })),
  }),
)
