import { z } from 'zod'
import { caseId, type Route } from './route.ts'
import { Day, Id, named, Words } from './terms.ts'

const Text = z.string().trim().min(4).max(4000)
const Alters = z.enum(['name', 'place', 'other'])
const Effect = z.enum(['kept', 'altered', 'referred'])

const Change = named(
  'Change',
  z.object({
    id: Id,
    kind: z.string(),
    title: Words,
    cite: z.string(),
    said: z.string(),
    plannedOn: Day,
    dueOn: Day.nullable(),
    late: z.boolean(),
    reported: z.object({ on: Day, by: z.string() }),
    photos: z.array(z.object({ id: Id, paper: z.string(), name: z.string() })),
    verified: z
      .object({
        on: Day,
        by: z.string(),
        visitedOn: Day,
        remote: z.boolean(),
        asReported: z.boolean(),
        found: z.string(),
        cite: z.string(),
      })
      .nullable(),
    filed: z.object({ on: Day, said: z.string(), cite: z.string() }).nullable(),
    settled: z
      .object({
        on: Day,
        effect: Effect,
        became: z.string().nullable(),
        alters: Alters.nullable(),
        proceeding: Id.nullable(),
        reason: z.string(),
      })
      .nullable(),
    may: z.array(z.enum(['report', 'verify', 'file', 'settle'])),
  }),
)

export const ChangesView = named(
  'ChangesView',
  z.object({
    report: z
      .object({
        kinds: z.array(z.object({ name: z.string(), title: Words })),
        title: Words,
        cite: z.string(),
      })
      .nullable(),
    changes: z.array(Change),
  }),
)

type StepRoute<B extends z.ZodType> = { path: string; right: string; body: B; says: string }

const step = <const B extends z.ZodType>({ path, right, body, says }: StepRoute<B>) =>
  ({
    method: 'POST',
    url: `/api/cases/:id/changes/:change/${path}`,
    right,
    says,
    params: z.object({ id: Id, change: Id }),
    body,
    answer: ChangesView,
  }) as const satisfies Route

export const changeRoutes = {
  viewChanges: {
    method: 'GET',
    personal: true,
    url: '/api/cases/:id/changes',
    right: 'case.read',
    says: 'Changes 变更 reported on a case, with what the viewer may do',
    params: caseId,
    answer: ChangesView,
  },
  reportChange: {
    method: 'POST',
    url: '/api/cases/:id/changes',
    right: 'case.report-change',
    says: 'Report a planned change 变更报备',
    params: caseId,
    body: named(
      'ReportChange',
      z.object({
        kind: z.string(),
        plannedOn: Day,
        said: Text,
        why: z.string().trim().max(2000).nullable().default(null),
      }),
    ),
    answer: ChangesView,
  },
  photographChange: {
    method: 'POST',
    url: '/api/cases/:id/changes/:change/photos',
    right: 'case.verify-change',
    says: 'Add a photograph taken on site (multipart, field "file")',
    params: z.object({ id: Id, change: Id }),
    answer: ChangesView,
    upload: { fields: [] },
  },
  verifyChange: step({
    path: 'verify',
    right: 'case.verify-change',
    body: named(
      'VerifyChange',
      z.object({ visitedOn: Day, remote: z.boolean(), asReported: z.boolean(), found: Text }),
    ),
    says: 'Record the visit 实地核查',
  }),
  fileChange: step({
    path: 'file',
    right: 'case.report-change',
    body: named('FileChange', z.object({ said: Text })),
    says: 'File the report of the verified change 变更报告',
  }),
  settleChange: step({
    path: 'settle',
    right: 'case.settle-change',
    body: named(
      'SettleChange',
      z.object({
        effect: Effect,
        alters: Alters.nullable().default(null),
        became: z.string().trim().max(400).nullable().default(null),
        sanction: z.string().max(80).nullable().default(null),
        reason: Text,
      }),
    ),
    says: 'Record what the change comes to for the recognition',
  }),
} as const satisfies Record<string, Route>
