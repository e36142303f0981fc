import { z } from 'zod'
import { InvitationLink } from './administration.ts'
import { CaseView } from './cases.ts'
import { caseId, type Route } from './route.ts'
import { Day, Id, named, Words } from './terms.ts'

const Reason = z.string().trim().min(4, 'reason').max(2000)
const Name = z.object({
  zh: z.string().trim().min(1).max(120),
  en: z.string().trim().min(1).max(200),
})
const TieKind = z.enum(['shareholder', 'mentor', 'relative', 'employee', 'adviser'])

/** An expert as whoever keeps the pool sees them: load, and what ties them to organisations. */
const PoolLine = named(
  'PoolLine',
  z.object({
    person: Id,
    name: z.string(),
    title: Words,
    employer: Id.nullable(),
    employerName: z.string(),
    fields: z.array(z.string()),
    /** Cases that wait for their answer now, and how many they take at a time. */
    open: z.number().int(),
    mostOpen: z.number().int().nullable(),
    retiredOn: Day.nullable(),
    ties: z.array(
      z.object({
        party: Id,
        partyName: z.string(),
        /** `declared`: the expert stood aside. */
        kind: z.enum([...TieKind.options, 'declared']),
        on: Day,
        reason: z.string().nullable(),
      }),
    ),
  }),
)

const KnownOfExpert = z.object({
  title: Name,
  employer: Id.nullable().default(null),
  fields: z.array(z.string().trim().min(1).max(40)).max(20),
  mostOpen: z.number().int().min(1).max(99).nullable().default(null),
})
const EnrolExpert = named(
  'EnrolExpert',
  KnownOfExpert.extend({
    login: z.string().trim().min(3).max(80),
    name: z.string().trim().min(1).max(80),
  }),
)
const Tie = named('Tie', z.object({ party: Id, kind: TieKind }))
const pool = z.array(PoolLine)

export const expertRoutes = {
  viewPool: {
    method: 'GET',
    personal: true,
    url: '/api/experts',
    right: 'expert.manage',
    says: 'The pool of experts 专家库 with load and ties',
    answer: pool,
  },
  enrolExpert: {
    method: 'POST',
    url: '/api/experts',
    right: 'expert.manage',
    says: 'Enter an expert into the pool; for a new account the link comes back once',
    body: EnrolExpert,
    answer: z.object({ pool, link: InvitationLink.nullable() }),
  },
  changeExpert: {
    method: 'PUT',
    url: '/api/experts/:id',
    right: 'expert.manage',
    says: 'Change an expert’s title, employer, fields or limit',
    params: caseId,
    body: named('ChangeExpert', KnownOfExpert),
    answer: pool,
  },
  retireExpert: {
    method: 'POST',
    url: '/api/experts/:id/retire',
    right: 'expert.manage',
    says: 'No more cases for an expert 出库, or cases again',
    params: caseId,
    body: named('RetireExpert', z.object({ reason: Reason, back: z.boolean().default(false) })),
    answer: pool,
  },
  tieExpert: {
    method: 'POST',
    url: '/api/experts/:id/ties',
    right: 'expert.manage',
    says: 'Enter what ties an expert to an organisation',
    params: caseId,
    body: Tie,
    answer: pool,
  },
  untieExpert: {
    method: 'POST',
    url: '/api/experts/:id/ties/end',
    right: 'expert.manage',
    says: 'End a tie today',
    params: caseId,
    body: named('EndTie', Tie.extend({ reason: Reason })),
    answer: pool,
  },
} as const satisfies Record<string, Route>

/** What an assigned expert does besides judging. */
export const assignedExpertRoutes = {
  recuseExpert: {
    method: 'POST',
    url: '/api/cases/:id/recuse',
    right: 'case.recuse',
    says: 'Stand aside 申请回避: the assignment ends at once',
    params: caseId,
    body: named('RecuseExpert', z.object({ reason: z.string().trim().min(10).max(2000) })),
    answer: z.object({ done: z.literal(true) }),
  },
  addToOpinion: {
    method: 'POST',
    personal: true,
    url: '/api/cases/:id/opinions',
    right: 'case.add-to-opinion',
    says: 'Add words to an opinion of one’s own; answer and count stay',
    params: caseId,
    body: named(
      'AddToOpinion',
      z.object({ condition: z.string(), says: z.string().trim().min(4).max(2000) }),
    ),
    answer: CaseView,
  },
} as const satisfies Record<string, Route>
