import { z } from 'zod'
import { Stage } from './cases.ts'
import { Day, Id, JsonValue, named } from './terms.ts'

/** Reasons are read by people for years: a sentence, not a dot. */
const Reason = z.string().trim().min(4, 'reason').max(2000)
const Verdict = z.enum(['met', 'not-met'])

export const SignInInput = named(
  'SignIn',
  z.object({
    login: z.string().trim().min(1).max(80),
    password: z.string().min(1).max(200),
    /** The generator's code or a recovery code, where `identity.code-needed` asked for it. */
    code: z.string().trim().max(40).optional(),
  }),
)
export const StartCaseInput = named(
  'StartCase',
  z.object({ callId: Id, service: z.string(), partyId: Id }),
)
/**
 * `revision` is the one whose values the page has seen; a field written after it stays as it is and
 * is answered in `rejected`. `save` names the save: the same one twice changes nothing.
 */
export const SaveDraftInput = named(
  'SaveDraft',
  z.object({
    revision: z.number().int().min(0),
    save: z.uuid().optional(),
    answers: z.record(z.string(), JsonValue),
    partner: z
      .object({
        name: z.string().trim().min(1).max(200),
        country: z.string().trim().min(1).max(80),
        registrationNumber: z.string().trim().max(80),
      })
      .nullable()
      .optional(),
  }),
)
export const ReasonInput = named('Reason', z.object({ reason: Reason }))
/** `from` is the stage the page showed: of two who send back at once one does, and only one step. */
export const SendBackInput = named('SendBack', z.object({ reason: Reason, from: Stage.optional() }))
export const OptionalReasonInput = named(
  'OptionalReason',
  z.object({ reason: z.string().trim().max(2000).default('') }),
)
export const FileInput = named('File', z.object({ revision: z.number().int().min(0) }))
/** What is missing is computed and sent whole; `remarks` adds what a machine cannot see. */
export const ReturnInput = named(
  'Return',
  z.object({
    remarks: z.string().trim().max(2000).default(''),
    points: z
      .array(z.object({ about: z.string().nullable(), says: Reason }))
      .max(60)
      .default([]),
    /** Working days the applicant has. */
    days: z.number().int().min(1).max(120).nullable().default(null),
  }),
)
export const TransferInput = named(
  'Transfer',
  z.object({ district: z.string().min(1).max(20), reason: Reason }),
)
export const RecommendInput = named('Recommend', z.object({ recommendation: Reason }))
export const AssignInput = named('Assign', z.object({ experts: z.array(Id).min(1).max(15) }))
export const DrawInput = named(
  'Draw',
  z.object({
    count: z.number().int().min(1).max(15),
    field: z.string().max(80).nullable().default(null),
  }),
)
export const JudgeInput = named(
  'Judge',
  z
    .object({
      answers: z
        .array(z.object({ condition: z.string(), answer: Verdict, reason: Reason }))
        .max(40)
        .default([]),
      /** Points within the range the measure leaves, two digits after the point at most. */
      scores: z
        .array(
          z.object({ value: z.string(), points: z.number().min(0).max(100_000), reason: Reason }),
        )
        .max(40)
        .default([]),
    })
    .refine(({ answers, scores }) => answers.length + scores.length > 0),
)
export const KeepFilterInput = named(
  'KeepFilter',
  z.object({
    name: z.string().trim().min(1).max(40),
    filter: z.record(z.string().max(20), z.string().max(200)),
  }),
)
export const BulkInput = named(
  'Bulk',
  z.object({
    act: z.enum([
      'accept',
      'recommend',
      'conclude-review',
      'deliberate',
      'propose',
      'decide',
      'certify',
      'send-back',
    ]),
    cases: z.array(Id).min(1).max(100),
    text: Reason,
  }),
)
export const RefuseInput = named(
  'Refuse',
  z.object({ reason: Reason, cite: z.string().trim().max(40).nullable().default(null) }),
)
export const PubliciseInput = named(
  'Publicise',
  z.object({
    cases: z.array(Id).min(1).max(200),
    title: z.object({
      zh: z.string().trim().min(4).max(120),
      en: z.string().trim().min(4).max(200),
    }),
  }),
)
export const ObjectInput = named(
  'Object',
  z.object({
    /** Whom: the number on the notice's list. */
    line: z.number().int().min(1).max(10_000),
    name: z.string().trim().min(2).max(80),
    contact: z.string().trim().min(5).max(120),
    grounds: z.string().trim().min(10).max(4000),
    /** Consent to use name and contact for handling this objection only. */
    consent: z.literal(true),
  }),
)
export const AnswerObjectionInput = named(
  'AnswerObjection',
  z.object({
    upheld: z.boolean(),
    reason: Reason,
    /** Also those that say the same of the case. */
    alike: z.boolean().default(false),
  }),
)
/** One payment of the ledger, or the striking of a wrong one. */
export const PaymentInput = named(
  'EnterPayment',
  z.object({
    pack: z.string().min(1).max(100),
    service: z.string().min(1).max(100),
    /** In yuan, to the fen. */
    yuan: z.string().regex(/^\d{1,12}(\.\d{1,2})?$/),
    paidOn: Day,
    reason: z.string().trim().min(2).max(400),
  }),
)
export const Reasoned = named('Reasoned', z.object({ reason: z.string().trim().min(2).max(400) }))
export const VerifyFactInput = named(
  'VerifyFact',
  z.object({ name: z.string(), value: JsonValue, source: z.string().trim().min(2).max(200) }),
)
