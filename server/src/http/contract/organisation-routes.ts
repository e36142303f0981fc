import { z } from 'zod'
import { InvitationLink } from './administration.ts'
import { PartyDetail } from './people.ts'
import { caseId, type Route } from './route.ts'
import { Id, named, PartyView, Refusal } from './terms.ts'

const Reason = z.string().trim().min(4, 'reason').max(2000)

/** An organisation as an officer or a row of a table names it. */
const PartyRow = named(
  'PartyRow',
  z.object({
    name: z.string().trim().min(1).max(200),
    creditCode: z.string().trim().min(1).max(40),
    /** GB/T 2260 code of the district in charge. */
    district: z.string().trim().min(1).max(40),
    kind: z.enum(['enterprise', 'institution', 'agency']),
  }),
)
const PartyLine = named(
  'PartyLine',
  z.object({
    /** As spreadsheets count, the head being 1. */
    row: z.number().int(),
    given: z.object({
      name: z.string(),
      creditCode: z.string(),
      district: z.string(),
      kind: PartyView.shape.kind,
    }),
    refused: Refusal.nullable(),
  }),
)
const CarrierView = named(
  'CarrierView',
  z.object({
    id: Id,
    operator: Id,
    name: z.string(),
    nameEn: z.string().nullable(),
    kind: z.string(),
    place: z.string(),
  }),
)

export const organisationRoutes = {
  enterParty: {
    method: 'POST',
    url: '/api/parties',
    right: 'party.enter',
    says: 'Enter an organisation in the charge of its district’s office',
    body: PartyRow,
    answer: PartyView,
  },
  previewParties: {
    method: 'POST',
    url: '/api/parties/import/preview',
    right: 'party.enter',
    says: 'What entering a table of organisations would do, row by row',
    upload: { fields: [] },
    answer: z.array(PartyLine),
  },
  importParties: {
    method: 'POST',
    url: '/api/parties/import',
    right: 'party.enter',
    says: 'Enter organisations, all or none',
    body: named('ImportParties', z.object({ rows: z.array(PartyRow).min(1).max(1000) })),
    answer: z.object({ entered: z.number().int() }),
  },
  inviteOwner: {
    method: 'POST',
    url: '/api/parties/:id/owner',
    right: 'party.enter',
    says: 'The link by which an organisation’s owner comes in, told once',
    params: caseId,
    body: named(
      'InviteOwner',
      z.object({
        invited: z.string().trim().min(1).max(80),
        /** Where it has an owner already. */
        reason: Reason.nullable().default(null),
      }),
    ),
    answer: InvitationLink,
  },
  listCarriers: {
    method: 'GET',
    url: '/api/carriers',
    right: 'carrier.enter',
    says: 'Every carrier 孵化载体 of the zone',
    answer: z.array(CarrierView),
  },
  enterCarrier: {
    method: 'POST',
    url: '/api/parties/:id/carriers',
    right: 'carrier.enter',
    says: 'Enter a carrier under the organisation that runs it',
    params: caseId,
    body: named(
      'EnterCarrier',
      z.object({
        name: z.string().trim().min(1).max(120),
        nameEn: z.string().trim().max(200).nullable().default(null),
        kind: z.enum(['makerspace', 'incubator', 'accelerator', 'science-park', 'base']),
        place: z.string().trim().min(1).max(40),
      }),
    ),
    answer: PartyDetail,
  },
  enterTenancy: {
    method: 'POST',
    url: '/api/parties/:id/tenancies',
    right: 'carrier.enter',
    says: 'An organisation sits in a carrier 入驻',
    params: caseId,
    body: named('EnterTenancy', z.object({ carrier: Id })),
    answer: PartyDetail,
  },
  endTenancy: {
    method: 'POST',
    url: '/api/parties/:id/tenancies/:carrier/end',
    right: 'carrier.enter',
    says: 'An organisation has left a carrier 退出',
    params: z.object({ id: Id, carrier: Id }),
    body: named('EndTenancy', z.object({ reason: Reason })),
    answer: PartyDetail,
  },
} as const satisfies Record<string, Route>
