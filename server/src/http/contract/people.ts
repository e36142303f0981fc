import { z } from 'zod'
import { WORDED_KINDS } from '../../documents/index.ts'
import { Day, FactValue, FactView, Id, named, PartyView, Words } from './terms.ts'

export const PostView = named(
  'PostView',
  z.object({
    id: Id,
    office: z.string(),
    officeName: Words,
    level: z.enum(['city', 'district', 'delegate', 'experts']),
    title: Words,
    duties: z.array(z.string()),
    inPlaceOf: z.object({ person: Id, name: z.string(), until: Day }).optional(),
  }),
)

/** Who is signed in and what they are; null when nobody is. */
export const SessionView = named(
  'SessionView',
  z.object({
    person: z
      .object({
        id: Id,
        name: z.string(),
        parties: z.array(PartyView),
        /** The part in each party: owner, editor, viewer. */
        parts: z.record(z.string(), z.enum(['owner', 'editor', 'viewer'])),
        posts: z.array(PostView),
        isExpert: z.boolean(),
        rights: z.array(z.string()),
      })
      .nullable(),
    expiresAt: z.string().nullable(),
    /** Seconds: until the session ends when nothing is done, and at the very latest. */
    /** After signing out: the provider's own page to sign out at. */
    signOff: z.string().optional(),
    left: z.object({ idle: z.number().int(), all: z.number().int() }).nullable(),
    /** The person's posts are withheld until they come in by two steps. */
    needsTwoSteps: z.boolean(),
  }),
)

export const RecognitionView = named(
  'RecognitionView',
  z.object({
    id: Id,
    title: Words,
    number: z.string(),
    grantedOn: Day,
    validUntil: Day.nullable(),
    againFrom: Day.nullable(),
    revokedOn: Day.nullable(),
    revokedCite: z.string().nullable(),
  }),
)

export const BarView = named(
  'BarView',
  z.object({ from: Day, until: Day, cite: z.string(), reason: z.string(), measure: Words }),
)

/** One thing recorded of a fact: the value, where from, by whom, whether verified. Nothing is overwritten. */
export const FactEntry = named(
  'FactEntry',
  z.object({
    id: Id,
    value: FactValue,
    printed: Words,
    source: Words,
    recordedOn: Day,
    recordedBy: z.string(),
    verifiedOn: Day.nullable(),
    verifiedBy: z.string().nullable(),
  }),
)

/** One entry of the ledger of payments; a counter-entry is below nought. */
export const PaymentView = named(
  'PaymentView',
  z.object({
    id: Id,
    pack: z.string(),
    service: z.string(),
    title: Words,
    yuan: z.string(),
    paidOn: Day,
    corrects: Id.nullable(),
    struck: z.boolean(),
    reason: z.string(),
    enteredOn: Day,
    enteredBy: z.string(),
  }),
)

/** Services that pay, for entering what was paid under them. */
const Paying = z.object({ pack: z.string(), service: z.string(), title: Words })

export const PartyDetail = named(
  'PartyDetail',
  z.object({
    payments: z.array(PaymentView),
    /** Whether the zone says that its ledger is whole: then no payment means nought. */
    ledger: z.object({ saidOn: Day, saidBy: z.string(), reason: z.string() }).nullable(),
    paying: z.array(named('PayingService', Paying)),
    party: PartyView,
    facts: z.array(FactView),
    recognitions: z.array(RecognitionView),
    bars: z.array(BarView),
    alterations: z.array(
      named(
        'AlterationView',
        z.object({
          alters: z.enum(['name', 'place', 'other']),
          was: z.string(),
          became: z.string(),
          on: Day,
          cite: z.string(),
          reason: z.string(),
        }),
      ),
    ),
    /** 孵化载体 the party runs, and those it sits in. */
    carriers: z.array(z.object({ id: Id, name: z.string(), kind: z.string(), place: z.string() })),
    tenancies: z.array(z.object({ carrier: Id, name: z.string(), on: Day })),
  }),
)

/** An expert as the assigning officer sees them for one case; conflicts block, with the reason. */
export const ExpertChoice = named(
  'ExpertChoice',
  z.object({
    person: Id,
    name: z.string(),
    title: Words,
    employer: z.string(),
    fields: z.array(z.string()),
    conflict: Words.nullable(),
    assigned: z.boolean(),
    open: z.number().int(),
    mostOpen: z.number().int().nullable(),
  }),
)

export const WordedKind = z.enum(WORDED_KINDS)
const line = z.string().max(400)
const text = z.string().max(8000)
export const Wording = named(
  'Wording',
  z.strictObject({ title: line.min(1), addressee: line, body: text.min(1), closing: text }),
)
export const SaveTemplateInput = named(
  'SaveTemplateInput',
  z.strictObject({ after: z.number().int().min(0), wording: Wording }),
)
/** A letter as an office words it; version 0 is the wording shipped. */
export const LetterTemplate = named(
  'LetterTemplate',
  z.object({
    kind: WordedKind,
    version: z.number().int(),
    wording: Wording,
    shipped: Wording,
    placeholders: z.array(
      z.object({ name: z.string(), says: Words, table: z.literal(true).optional() }),
    ),
    versions: z.array(
      z.object({
        version: z.number().int(),
        wording: Wording,
        writtenOn: Day,
        writtenBy: z.string(),
      }),
    ),
  }),
)
