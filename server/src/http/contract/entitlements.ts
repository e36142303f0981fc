import { z } from 'zod'
import { Answer, Day, Finding, Id, Missing, named, PartyView, Payable, Words } from './terms.ts'

/** How far the answering of all parties has come: what a page shows beside its numbers. */
export const PassView = named(
  'PassView',
  z.object({ on: Day, parties: z.number().int(), done: z.boolean() }),
)

/** One service answered ahead for a party, with its reasons and the way to mend a refusal. */
export const EntitlementView = named(
  'EntitlementView',
  z.object({
    pack: z.string(),
    version: z.string(),
    measure: Words,
    service: z.string(),
    title: Words,
    cite: z.string(),
    /** The day the answer is for. */
    on: Day,
    answer: Answer,
    pays: Payable.nullable(),
    findings: z.array(Finding),
    /** What is still open, and who supplies it in words. */
    missing: z.array(Missing.extend({ supplier: Words })),
    /** The smallest change after which it is refused no longer, run again to be sure. */
    repair: z
      .object({
        reaches: z.enum(['met', 'open']),
        changes: z.array(z.object({ cites: z.array(z.string()), says: Words })),
      })
      .nullable(),
    /** An open call for the service, by which it can be applied for. */
    call: Id.nullable(),
    /** Whether an application has a route at all. */
    applicable: z.boolean(),
  }),
)

export const PartyEntitlements = named(
  'PartyEntitlements',
  z.object({ party: PartyView, rows: z.array(EntitlementView) }),
)

export const ServiceEntitlements = named(
  'ServiceEntitlements',
  z.object({
    pack: z.string(),
    version: z.string(),
    measure: Words,
    service: z.string(),
    title: Words,
    cite: z.string(),
    on: Day,
    counts: z.array(
      z.object({
        district: z.string().nullable(),
        districtName: Words,
        answer: Answer,
        parties: z.number().int(),
        payable: z.string().nullable(),
      }),
    ),
  }),
)

export const EntitlementsSummary = named(
  'EntitlementsSummary',
  z.object({ pass: PassView.nullable(), services: z.array(ServiceEntitlements) }),
)

export const EntitlementRow = named(
  'EntitlementRow',
  z.object({
    party: Id,
    name: z.string(),
    creditCode: z.string().nullable(),
    districtName: Words,
    answer: Answer,
    amount: z.string().nullable(),
    payable: z.string().nullable(),
    version: z.string(),
    on: Day,
  }),
)

export const EntitlementFilter = z.object({
  answer: Answer.optional(),
  district: z.string().max(40).optional(),
})

export const EntitlementPage = named(
  'EntitlementPage',
  z.object({ rows: z.array(EntitlementRow), next: Id.nullable() }),
)
