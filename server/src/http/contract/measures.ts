import { z } from 'zod'
import { Day, Id, JsonValue, named, PackNamed, Words } from './terms.ts'

export const MeasureSummary = named(
  'MeasureSummary',
  z.object({
    pack: z.string(),
    version: z.string(),
    title: Words,
    issuer: Words,
    state: z.enum(['consultation-draft', 'published']),
    inForce: z.object({ from: Day, until: Day.nullable() }).nullable(),
    articles: z.number().int(),
    executable: z.number().int(),
    services: z.array(z.object({ name: z.string(), title: Words, cite: z.string() })),
    openCalls: z.number().int(),
  }),
)

/** How a measure came into force here: a dated act of a named officer, with the reason. */
export const Enactment = named(
  'Enactment',
  z.object({
    version: z.string(),
    from: Day,
    until: Day.nullable(),
    by: z.string(),
    office: Words.nullable(),
    on: Day,
    reason: z.string(),
    draft: z.boolean(),
  }),
)

/** `program` is the waist as plain JSON (policy's Program): gist, conditions, services, readings. */
export const MeasureView = named(
  'MeasureView',
  z.object({
    summary: MeasureSummary,
    program: JsonValue,
    /** The official text of each article, where the user installed their document. */
    texts: z.array(z.object({ article: z.string(), text: z.string() })),
    enactments: z.array(Enactment),
    versions: z.array(z.object({ version: z.string(), digest: z.string(), installedOn: Day })),
  }),
)

/** Files by path; those of the vocabulary below `vocabulary/`. */
const SourceFiles = z.record(
  z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,119}\.ya?ml$/u),
  z.string().max(500_000),
)

export const PackSource = named(
  'PackSource',
  z.object({ pack: z.string(), version: z.string(), digest: z.string(), files: SourceFiles }),
)

export const InstallInput = named('InstallVersion', z.object({ files: SourceFiles }))

export const InstalledVersion = named(
  'InstalledVersion',
  z.object({
    pack: z.string(),
    version: z.string(),
    digest: z.string(),
    /** From which version the official text came along, or for which articles it is wanted. */
    text: z.object({ from: z.string().nullable(), wanting: z.array(z.string()) }),
  }),
)

export const EnactInput = named(
  'Enact',
  z.object({ version: z.string(), from: Day, reason: z.string().trim().min(4).max(500) }),
)

/** Limits a call sets instead of those the pack only assumes, by act, in the limit's own unit. */
const SetLimits = z.record(
  z.string(),
  z.object({
    length: z.number().int().min(1).max(365),
    because: z.string().trim().min(4).max(300),
  }),
)

export const CallView = named(
  'CallView',
  z.object({
    id: Id,
    number: z.string(),
    title: Words,
    pack: z.string(),
    version: z.string(),
    measure: Words,
    services: z.array(z.object({ name: z.string(), title: Words })),
    opensOn: Day,
    closesOn: Day,
    state: z.enum(['coming', 'open', 'closed']),
    daysLeft: z.number().int().nullable(),
    issuedBy: Words,
    onBehalfOf: Words.nullable(),
    /** The number of the written mandate 委托书 it was done under. */
    mandate: z.string().nullable(),
    publicNoticeDays: z.number().int(),
    limits: z.record(z.string(), z.object({ length: z.number().int(), because: z.string() })),
    cases: z.number().int().nullable(),
  }),
)

export const OpenCallInput = named(
  'OpenCall',
  z.object({
    pack: z.string(),
    services: z.array(z.string()).min(1),
    title: z.object({
      zh: z.string().trim().min(4).max(120),
      en: z.string().trim().min(4).max(200),
    }),
    opensOn: Day,
    closesOn: Day,
    limits: SetLimits.default({}),
  }),
)

/** What the zone is today; `demo` allows the day to be set forward. */
export const ZoneView = named(
  'ZoneView',
  z.object({
    title: Words,
    today: Day,
    machineDay: Day,
    demo: z.boolean(),
    /** What the provider of OpenID Connect is called; null where there is none. */
    signOn: z.string().nullable(),
    /** Years for which a working-day calendar is known. */
    calendarYears: z.array(z.number().int()),
    product: z.object({ version: z.string() }),
  }),
)

export const SetDayInput = named('SetDay', z.object({ day: Day }))

export const DemoPerson = named(
  'DemoPerson',
  z.object({
    login: z.string(),
    name: z.string(),
    role: Words,
    organisation: Words,
    can: Words,
    desk: z.enum(['applicant', 'office']),
  }),
)

/** What a certificate number answers to anyone who asks. */
export const Verification = named(
  'Verification',
  z.object({
    number: z.string(),
    answer: z.enum(['valid', 'expired', 'revoked', 'unknown']),
    title: Words.nullable(),
    holder: z.string().nullable(),
    creditCode: z.string().nullable(),
    measure: Words.nullable(),
    pack: PackNamed.nullable(),
    cite: z.string().nullable(),
    issuedOn: Day.nullable(),
    validUntil: Day.nullable(),
    issuedBy: Words.nullable(),
    revokedOn: Day.nullable(),
    revokedCite: z.string().nullable(),
    revokedReason: z.string().nullable(),
    hash: z.string().nullable(),
  }),
)

/** A controlled identifier document (W3C CID 1.0), as far as certificates need it. */
export const Issuer = named(
  'Issuer',
  z.object({
    '@context': z.string(),
    id: z.string(),
    verificationMethod: z.array(
      z.object({
        id: z.string(),
        type: z.literal('JsonWebKey'),
        controller: z.string(),
        publicKeyJwk: z.object({
          kty: z.literal('OKP'),
          crv: z.literal('Ed25519'),
          x: z.string(),
          kid: z.string(),
          alg: z.literal('EdDSA'),
        }),
        validFrom: z.string(),
        expires: z.string().optional(),
        revoked: z.string().optional(),
      }),
    ),
    assertionMethod: z.array(z.string()),
  }),
)
