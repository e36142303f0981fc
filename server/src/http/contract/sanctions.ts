import { z } from 'zod'
import { caseId, type Route } from './route.ts'
import { Day, Id, named, Words } from './terms.ts'

const Text = z.string().trim().min(4).max(4000)
const ServedBy = z.enum(['in-person', 'post', 'opened', 'public-notice'])
const PROCEEDING_ACTS = [
  'serve',
  'acknowledge',
  'answer',
  'summon',
  'hear',
  'decide',
  'lift',
] as const

/** One sanction on a case, from the notice of intent to its end. */
const Proceeding = named(
  'SanctionProceeding',
  z.object({
    id: Id,
    sanction: z.string(),
    title: Words,
    cite: z.string(),
    grounds: z.string(),
    foundOn: Day,
    amount: z.string().nullable(),
    effect: Words,
    document: Id,
    proposed: z.object({ on: Day, by: z.string() }),
    served: z.object({ on: Day, how: ServedBy, until: Day }).nullable(),
    answer: z
      .object({ on: Day, statement: z.string(), hearing: z.boolean(), waived: z.boolean() })
      .nullable(),
    summons: z.object({ day: Day, at: z.string(), place: z.string() }).nullable(),
    heard: z.object({ on: Day, attended: z.boolean(), said: z.string() }).nullable(),
    imposed: z
      .object({
        on: Day,
        reason: z.string(),
        bar: z.object({ from: Day, until: Day }).nullable(),
      })
      .nullable(),
    dropped: z.object({ on: Day, reason: z.string() }).nullable(),
    lifted: z.object({ on: Day, reason: z.string(), cite: z.string() }).nullable(),
    /** Why it may not bind yet; null when it may, or when it is over. */
    notYet: z.enum(['untold', 'limit-runs', 'hearing-owed']).nullable(),
    may: z.array(z.enum(PROCEEDING_ACTS)),
  }),
)

export const SanctionsView = named(
  'SanctionsView',
  z.object({
    choices: z.array(
      z.object({
        sanction: z.string(),
        title: Words,
        upon: Words,
        cite: z.string(),
        repays: z.boolean(),
      }),
    ),
    proceedings: z.array(Proceeding),
  }),
)

type ActRoute<B extends z.ZodType> = { path: string; right: string; body: B; says: string }

/** A step of one proceeding, answered with all proceedings as they then stand. */
const step = <const B extends z.ZodType>({ path, right, body, says }: ActRoute<B>) =>
  ({
    method: 'POST',
    url: `/api/cases/:id/sanctions/:sanction/${path}`,
    right,
    says,
    params: z.object({ id: Id, sanction: Id }),
    body,
    answer: SanctionsView,
  }) as const satisfies Route

export const sanctionRoutes = {
  viewSanctions: {
    method: 'GET',
    personal: true,
    url: '/api/cases/:id/sanctions',
    right: 'case.read',
    says: 'Sanctions 处理措施 on a case, with what the viewer may do',
    params: caseId,
    answer: SanctionsView,
  },
  proposeSanction: {
    method: 'POST',
    url: '/api/cases/:id/sanctions',
    right: 'case.sanction',
    says: 'Tell the party what is intended 拟处理告知',
    params: caseId,
    body: named(
      'ProposeSanction',
      z.object({
        sanction: z.string(),
        foundOn: Day,
        grounds: Text,
        amount: z.string().trim().max(20).nullable().default(null),
      }),
    ),
    answer: SanctionsView,
  },
  serveSanction: step({
    path: 'serve',
    right: 'case.sanction',
    body: named(
      'ServeSanction',
      z.object({ on: Day, how: z.enum(['in-person', 'post', 'public-notice']) }),
    ),
    says: 'Enter that the notice reached the party 送达',
  }),
  acknowledgeSanction: step({
    path: 'acknowledge',
    right: 'case.answer-sanction',
    body: z.object({}),
    says: 'Open the notice as the party: told from today',
  }),
  answerSanction: step({
    path: 'answer',
    right: 'case.answer-sanction',
    body: named(
      'AnswerSanction',
      z.object({ statement: Text, hearing: z.boolean(), waives: z.boolean().optional() }),
    ),
    says: 'Answer 陈述申辩, asking for a hearing, giving it up, or neither',
  }),
  summonToHearing: step({
    path: 'summon',
    right: 'case.sanction',
    body: named(
      'Summon',
      z.object({
        day: Day,
        hour: z.string().trim().min(2).max(40),
        place: z.string().trim().min(2).max(200),
        chair: z.string().trim().min(2).max(80),
        contact: z.string().trim().min(2).max(200),
      }),
    ),
    says: 'Call the hearing 听证通知',
  }),
  holdHearing: step({
    path: 'hear',
    right: 'case.sanction',
    body: named(
      'Hear',
      z.object({
        present: z.array(z.string().trim().min(1).max(80)).min(1).max(40),
        attended: z.boolean(),
        said: Text,
      }),
    ),
    says: 'Record the hearing 听证笔录',
  }),
  decideSanction: step({
    path: 'decide',
    right: 'case.revoke',
    body: named('DecideSanction', z.object({ impose: z.boolean(), reason: Text })),
    says: 'Decide 处理决定: it binds from now, or is dropped',
  }),
  liftSanction: step({
    path: 'lift',
    right: 'case.restore',
    body: named('LiftSanction', z.object({ reason: Text, cite: z.string().trim().min(2).max(80) })),
    says: 'Lift a sanction 解除处理: what it took stands again',
  }),
} as const satisfies Record<string, Route>
