import { z } from 'zod'
import type { Json } from '../../kernel/index.ts'

/** Terms that many answers share. Each named schema becomes a component of openapi.json. */
const named = <T extends z.ZodType>(id: string, schema: T): T => schema.meta({ id }) as T

export const Words = named('Words', z.object({ zh: z.string(), en: z.string() }))
/** Plain JSON of any depth; named, so that openapi.json points at it by name. */
export const JsonValue: z.ZodType<Json, Json> = named(
  'Json',
  z.lazy(() =>
    z.union([
      z.string(),
      z.number(),
      z.boolean(),
      z.null(),
      z.array(JsonValue),
      z.record(z.string(), JsonValue),
    ]),
  ),
)

/** The installed text something rests on. */
export const PackNamed = named(
  'PackNamed',
  z.object({ key: z.string(), version: z.string(), title: Words }),
)
export const Day = z.iso.date()
export const Id = z.uuid()
export const Answer = named('Answer', z.enum(['met', 'not-met', 'unknown', 'unavailable']))

export const Seen = named('Seen', z.object({ fact: z.string(), title: Words, value: z.string() }))
export const Missing = named(
  'Missing',
  z.object({
    fact: z.string(),
    title: Words,
    from: z.string(),
    /** The register that did not answer, where it said its name. */
    register: z.string().optional(),
  }),
)

/** One condition's result; `reads` is the explanation in both languages. */
export const Finding = named(
  'Finding',
  z.object({
    condition: z.string(),
    kind: z.enum(['all', 'any', 'none', 'at-least', 'variant', 'computed', 'evidenced', 'judged']),
    title: Words,
    answer: Answer,
    cite: z.string(),
    saw: z.array(Seen),
    missing: z.array(Missing),
    of: z.array(z.string()),
    reads: Words,
  }),
)

/** A value the result rests on, worked out: a ratio, a score, a grade, an amount. */
export const Worked = named(
  'Worked',
  z.object({
    value: z.string(),
    title: Words,
    cite: z.string(),
    gives: z.string().nullable(),
    lacks: z.enum(['unknown', 'unavailable']).nullable(),
    row: z.string().nullable(),
    saw: z.array(Seen),
    missing: z.array(Missing),
    of: z.array(z.string()),
  }),
)

/** Money in yuan as exact decimal text, and who bears how much of it. */
export const Payable = named(
  'Payable',
  z.object({
    cite: z.string(),
    amount: z.string().nullable(),
    payable: z.string().nullable(),
    split: z.array(z.object({ by: z.string(), yuan: z.string() })),
    /** The fair-competition review of a reward; past its last day the money is held. */
    review: z
      .object({
        by: Words,
        on: Day.nullable(),
        until: Day.nullable(),
        held: z.boolean(),
      })
      .optional(),
    /** Of services of which one is paid: what is paid instead, or may be. */
    givesWay: z
      .object({
        to: z.array(z.string()),
        surely: z.boolean(),
        byItself: z.string().nullable(),
      })
      .optional(),
  }),
)

export const Outcome = named(
  'Outcome',
  z.object({
    service: z.string(),
    pack: z.string(),
    version: z.string(),
    digest: z.string(),
    on: Day,
    answer: Answer,
    findings: z.array(Finding),
    values: z.array(Worked),
    pays: Payable.nullable(),
  }),
)

/** A refusal: what, why (the article where there is one) and the next step, in both languages. */
export const Refusal = named(
  'Refusal',
  z.object({
    code: z.string(),
    says: Words,
    why: Words.nullable(),
    next: Words.nullable(),
    cite: z.string().nullable(),
    /** Which fields of the request are wrong, and why. */
    fields: z.array(z.object({ field: z.string(), says: Words })),
    trace: z.string().nullable(),
  }),
)

/** A day something is due, how many working days are left, and how they were counted. */
export const Deadline = named(
  'Deadline',
  z.object({
    on: Day,
    left: z.number().int(),
    unit: z.enum(['working-days', 'days']),
    from: Day,
    counted: Words,
    basis: Words,
    assumed: z.boolean(),
  }),
)

const Move = z.enum(['suspend', 'resume', 'extend'])

/** What befell the clocks of a case; `may`: what the viewer may do to the one that runs. */
export const ClockView = named(
  'ClockView',
  z.object({
    state: z.enum(['running', 'suspended', 'unknown-year', 'none']),
    suspendedOn: Day.nullable(),
    may: z.array(Move),
    events: z.array(
      z.object({
        seq: z.number().int(),
        what: z.enum(['start', 'stop', ...Move.options]),
        on: Day,
        title: Words,
        cause: Words,
        cite: z.string().nullable(),
        by: z.string(),
        length: z.number().int().nullable(),
      }),
    ),
  }),
)

/** Said of a fact that makes no sense for this party: a value, not a gap. */
const NotApplying = named('NotApplying', z.object({ doesNotApply: z.literal(true) }))
const Cell = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.string()), NotApplying])
  .nullable()

/**
 * What a fact can hold, as plain JSON; days are yyyy-mm-dd, choices are option keys, a list of
 * records is a list of objects by field.
 */
export const FactValue = named(
  'FactValue',
  z
    .union([
      z.string(),
      z.number(),
      z.boolean(),
      z.array(z.string()),
      NotApplying,
      z.array(z.record(z.string(), Cell)),
    ])
    .nullable(),
)

/** A list of records laid out: a column a field, a row a record, every cell printed. */
export const FactTable = named(
  'FactTable',
  z.object({
    columns: z.array(z.object({ name: z.string(), title: Words, unit: z.string().nullable() })),
    rows: z.array(z.array(Words)),
  }),
)

/** A value of the registries with its lineage. */
export const FactView = named(
  'FactView',
  z.object({
    name: z.string(),
    title: Words,
    type: z.string(),
    unit: z.string().nullable(),
    value: FactValue,
    printed: Words,
    /** Of a list of records; null for a single value. */
    table: FactTable.nullable(),
    source: Words.nullable(),
    recordedOn: Day.nullable(),
    verifiedOn: Day.nullable(),
    verifiedBy: z.string().nullable(),
    /** A verified value is locked against the applicant. */
    locked: z.boolean(),
  }),
)

export const PartyView = named(
  'PartyView',
  z.object({
    id: Id,
    kind: z.enum(['enterprise', 'institution', 'agency', 'foreign']),
    name: z.string(),
    nameEn: z.string().nullable(),
    creditCode: z.string().nullable(),
    district: z.string().nullable(),
    country: z.string().nullable(),
  }),
)

/** A foreign partner of a joint application 合作单位, as the applicant names it. */
export const PartnerView = named(
  'PartnerView',
  z.object({ name: z.string(), country: z.string(), registrationNumber: z.string() }),
)

export { named }
