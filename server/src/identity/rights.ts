import type { Duty, OfficeLevel, Part } from '../kernel/index.ts'

export const RIGHTS = [
  'measure.read',
  'measure.source',
  'measure.install',
  'measure.enact',
  'call.read',
  'call.open',
  'case.start',
  'case.read',
  'case.save-draft',
  'case.attach',
  'case.file',
  'case.withdraw',
  'case.accept',
  'case.return',
  'case.transfer',
  'case.send-back',
  'case.reappraise',
  'case.recommend',
  'case.refuse',
  'case.assign',
  'case.judge',
  'case.recuse',
  'case.add-to-opinion',
  'case.conclude-review',
  'case.deliberate',
  'case.publicise',
  'case.object',
  'case.answer-objection',
  'objection.list',
  'objection.follow',
  'case.propose',
  'case.decide',
  'case.certify',
  'case.revoke',
  'case.restore',
  'case.sanction',
  'case.answer-sanction',
  'case.report-change',
  'case.verify-change',
  'case.settle-change',
  'case.migrate',
  'party.read',
  'party.edit-facts',
  'party.manage-members',
  'party.verify-facts',
  'party.search',
  'payment.enter',
  'ledger.keep',
  'party.enter',
  'carrier.enter',
  'entitlement.read',
  'entitlement.list',
  'measure.simulate',
  'expert.list',
  'expert.manage',
  'letter.word',
  'filter.keep',
  'search.find',
  'case.bulk',
  'record.read',
  'certificate.verify',
  'session.open',
  'self.sign-in',
  'self.notifications',
  'outbox.read',
  'outbox.send',
  'webhook.manage',
  'office.read',
  'office.manage',
  'person.list',
  'person.manage',
  'post.grant',
  'substitution.arrange',
  'power.read',
  'power.enter',
  'demo.set-day',
  'clock.suspend',
  'clock.resume',
  'clock.extend',
  'clock.read',
  'calendar.read',
  'calendar.enter',
  'waiting.read',
  'reads.read',
  'meeting.read',
  'meeting.hold',
  'consultation.read',
  'consultation.comment',
  'consultation.prepare',
  'consultation.hold',
  'consultation.publish',
] as const
export type Right = (typeof RIGHTS)[number]

/** A way an office post comes by a right; a district post only ever within its own district. */
export type PostRule = {
  readonly duties: readonly Duty[]
  readonly levels: readonly OfficeLevel[]
  /** The post's office must be the one that the step of the program names. */
  readonly named?: true
  /** The post's office must be the one whose matter it is: whose consultation. */
  readonly holder?: true
  /** The person must be assigned to the case. */
  readonly assigned?: true
  /** It is about the person's own post, or rows of any district that are asked for one by one. */
  readonly anyPlace?: true
}

/** Who has a right. What is not said is denied. */
export type Rule = {
  /** Visitors too. */
  readonly anybody?: true
  /** Whoever is signed in. */
  readonly signedIn?: true
  /** Whoever may act for the party it is about, in one of these parts. */
  readonly party?: readonly Part[]
  readonly posts?: readonly PostRule[]
}

/** 负责人 and 经办人 fill in; the 负责人 answers for what is filed. */
const ANY_PART = ['owner', 'editor', 'viewer'] as const
const WRITERS = ['owner', 'editor'] as const
const OWNERS = ['owner'] as const

const ALL_OFFICES = ['city', 'district', 'delegate'] as const
const DESKS = ['handle', 'decide', 'audit'] as const

/** The office that the program's step names, by somebody who handles cases there (经办). */
const handledByNamedOffice: Rule = {
  posts: [{ duties: ['handle'], levels: ALL_OFFICES, named: true }],
}

/** The office that the program's step names, by somebody who signs there (签发). */
const signedByNamedOffice: Rule = {
  posts: [{ duties: ['decide'], levels: ALL_OFFICES, named: true }],
}

const assignedExpert: Rule = {
  posts: [{ duties: ['review'], levels: ['experts'], assigned: true }],
}

/** 三员分立: who manages people and offices grants no rights, who grants rights manages no people. */
const systemAdministrator: Rule = { posts: [{ duties: ['administer'], levels: ['city'] }] }
const securityAdministrator: Rule = { posts: [{ duties: ['grant'], levels: ['city'] }] }

/** Who may do what, declared once. */
export const MATRIX = {
  'measure.read': { anybody: true },
  'measure.source': { posts: [{ duties: DESKS, levels: ['city'] }] },
  'measure.install': { posts: [{ duties: ['decide'], levels: ['city'] }] },
  'measure.enact': { posts: [{ duties: ['decide'], levels: ['city'] }] },
  'call.read': { anybody: true },
  'call.open': { posts: [{ duties: ['handle'], levels: ['city', 'delegate'], named: true }] },
  'case.start': { party: WRITERS },
  'case.read': {
    party: ANY_PART,
    posts: [
      { duties: DESKS, levels: ALL_OFFICES },
      { duties: ['review'], levels: ['experts'], assigned: true },
    ],
  },
  'case.save-draft': { party: WRITERS },
  'case.attach': { party: WRITERS },
  'case.file': { party: OWNERS },
  'case.withdraw': { party: OWNERS },
  'case.accept': handledByNamedOffice,
  'case.return': handledByNamedOffice,
  'case.transfer': handledByNamedOffice,
  'case.send-back': {
    posts: [{ duties: ['handle', 'decide'], levels: ALL_OFFICES, named: true }],
  },
  'case.reappraise': handledByNamedOffice,
  'case.recommend': handledByNamedOffice,
  'case.refuse': {
    posts: [
      { duties: ['decide'], levels: ['city'], named: true },
      { duties: ['handle'], levels: ['district', 'delegate'], named: true },
    ],
  },
  'case.assign': handledByNamedOffice,
  'case.judge': {
    posts: [
      { duties: ['review'], levels: ['experts'], assigned: true },
      { duties: ['handle'], levels: ALL_OFFICES, named: true },
    ],
  },
  // Each of one's own assignment and opinion.
  'case.recuse': assignedExpert,
  'case.add-to-opinion': assignedExpert,
  'case.conclude-review': handledByNamedOffice,
  'case.deliberate': handledByNamedOffice,
  'case.publicise': handledByNamedOffice,
  'case.object': { anybody: true },
  'case.answer-objection': handledByNamedOffice,
  // Rows are those the measure lets the post answer.
  'objection.list': { posts: [{ duties: ['handle'], levels: ALL_OFFICES, anyPlace: true }] },
  // The number and its key are the right.
  'objection.follow': { anybody: true },
  'case.propose': handledByNamedOffice,
  'case.decide': signedByNamedOffice,
  'case.certify': handledByNamedOffice,
  'case.revoke': signedByNamedOffice,
  'case.restore': signedByNamedOffice,
  'case.sanction': handledByNamedOffice,
  'case.answer-sanction': { party: OWNERS },
  'case.report-change': { party: OWNERS },
  'case.verify-change': handledByNamedOffice,
  'case.settle-change': handledByNamedOffice,
  // 在办件改按另一版本办理: by who signs in the office that issued the measure.
  'case.migrate': { posts: [{ duties: ['decide'], levels: ['city'], named: true }] },
  'party.read': { party: ANY_PART, posts: [{ duties: DESKS, levels: ALL_OFFICES }] },
  'party.edit-facts': { party: WRITERS },
  'party.manage-members': { party: OWNERS },
  'party.verify-facts': { posts: [{ duties: ['handle'], levels: ALL_OFFICES }] },
  'party.search': { posts: [{ duties: DESKS, levels: ['city'] }] },
  // Money is paid by the city; who signs says that the ledger is whole.
  'payment.enter': { posts: [{ duties: ['handle'], levels: ['city'] }] },
  'ledger.keep': { posts: [{ duties: ['decide'], levels: ['city'] }] },
  // An organisation and its first owner; a district's office in its own district.
  'party.enter': { posts: [{ duties: ['handle'], levels: ['city', 'district'] }] },
  'carrier.enter': { posts: [{ duties: ['handle'], levels: ['city'] }] },
  'entitlement.read': {
    party: ANY_PART,
    posts: [{ duties: DESKS, levels: ['city', 'district'] }],
  },
  // Row-level security leaves a district's officers their own district's parties.
  'entitlement.list': { posts: [{ duties: DESKS, levels: ['city', 'district'] }] },
  'measure.simulate': { posts: [{ duties: DESKS, levels: ['city'] }] },
  'expert.list': {
    posts: [
      { duties: DESKS, levels: ['city'] },
      // To assign, where a measure delegates that to the office.
      { duties: ['handle'], levels: ['delegate'], named: true },
    ],
  },
  // 专家库: who is in it and what ties them; it gives no post but the panel's (ADR 0098).
  'expert.manage': { posts: [{ duties: ['handle'], levels: ['city'] }] },
  // The letters of one's own office; row-level security keeps the others'.
  'letter.word': { posts: [{ duties: ['handle', 'decide'], levels: ALL_OFFICES }] },
  'filter.keep': { signedIn: true },
  // Each thing found is shown by its own right and row-level security.
  'search.find': { signedIn: true },
  // Each act of many is asked for by its own right.
  'case.bulk': { signedIn: true },
  'record.read': { posts: [{ duties: ['audit'], levels: ['city', 'district'] }] },
  'certificate.verify': { anybody: true },
  'session.open': { anybody: true },
  'self.sign-in': { signedIn: true },
  'self.notifications': { signedIn: true },
  'outbox.read': systemAdministrator,
  'outbox.send': systemAdministrator,
  'webhook.manage': systemAdministrator,
  'office.read': { anybody: true },
  'office.manage': systemAdministrator,
  'person.list': { posts: [{ duties: ['administer', 'grant'], levels: ['city'] }] },
  'person.manage': systemAdministrator,
  'post.grant': securityAdministrator,
  // For the own post; the security administrator for anybody's.
  'substitution.arrange': {
    posts: [
      { duties: ['handle', 'decide'], levels: ALL_OFFICES, anyPlace: true },
      { duties: ['grant'], levels: ['city'] },
    ],
  },
  'power.read': { anybody: true },
  'power.enter': { posts: [{ duties: ['decide'], levels: ['city'] }] },
  // Only in a demo: the kernel refuses it in a real zone, whoever asks.
  'demo.set-day': { signedIn: true },
  'clock.suspend': handledByNamedOffice,
  'clock.resume': handledByNamedOffice,
  // 经本行政机关负责人批准 (行政许可法 第42条).
  'clock.extend': signedByNamedOffice,
  'clock.read': { posts: [{ duties: DESKS, levels: ALL_OFFICES }] },
  'calendar.read': { anybody: true },
  'calendar.enter': { posts: [{ duties: ['handle', 'decide'], levels: ['city'] }] },
  'waiting.read': { anybody: true },
  'meeting.read': { posts: [{ duties: DESKS, levels: ['city'] }] },
  // Members, the chair and the secretary are named by the meeting itself.
  'meeting.hold': { posts: [{ duties: ['handle', 'decide'], levels: ['city'] }] },
  'consultation.read': { anybody: true },
  'consultation.comment': { anybody: true },
  'consultation.prepare': { posts: [{ duties: ['handle', 'decide'], levels: ['city'] }] },
  'consultation.hold': {
    posts: [{ duties: ['handle', 'decide'], levels: ['city'], holder: true }],
  },
  'consultation.publish': { posts: [{ duties: ['decide'], levels: ['city'], holder: true }] },
  'reads.read': { posts: [{ duties: ['audit'], levels: ['city'] }] },
} as const satisfies Record<Right, Rule>
