import type { Duty, OfficeLevel } from '../kernel/index.ts'

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
  'case.recommend',
  'case.refuse',
  'case.assign',
  'case.judge',
  'case.conclude-review',
  'case.deliberate',
  'case.publicise',
  'case.object',
  'case.answer-objection',
  'case.propose',
  'case.decide',
  'case.certify',
  'case.revoke',
  'party.read',
  'party.edit-facts',
  'party.verify-facts',
  'party.search',
  'expert.list',
  'record.read',
  'certificate.verify',
  'demo.set-day',
  'clock.suspend',
  'clock.resume',
  'clock.extend',
  'clock.read',
  'calendar.read',
  'calendar.enter',
  'waiting.read',
  'reads.read',
] as const
export type Right = (typeof RIGHTS)[number]

/** A way an office post comes by a right; a district post only ever within its own district. */
export type PostRule = {
  readonly duties: readonly Duty[]
  readonly levels: readonly OfficeLevel[]
  /** The post's office must be the one that the step of the program names. */
  readonly named?: true
  /** The person must be assigned to the case. */
  readonly assigned?: true
}

/** Who has a right. What is not said is denied. */
export type Rule = {
  /** Visitors too. */
  readonly anybody?: true
  /** Whoever is signed in. */
  readonly signedIn?: true
  /** Whoever may act for the party it is about. */
  readonly party?: true
  readonly posts?: readonly PostRule[]
}

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

/** Who may do what, declared once. */
export const MATRIX = {
  'measure.read': { anybody: true },
  'measure.source': { posts: [{ duties: DESKS, levels: ['city'] }] },
  'measure.install': { posts: [{ duties: ['decide'], levels: ['city'] }] },
  'measure.enact': { posts: [{ duties: ['decide'], levels: ['city'] }] },
  'call.read': { anybody: true },
  'call.open': { posts: [{ duties: ['handle'], levels: ['city', 'delegate'], named: true }] },
  'case.start': { party: true },
  'case.read': {
    party: true,
    posts: [
      { duties: DESKS, levels: ALL_OFFICES },
      { duties: ['review'], levels: ['experts'], assigned: true },
    ],
  },
  'case.save-draft': { party: true },
  'case.attach': { party: true },
  'case.file': { party: true },
  'case.withdraw': { party: true },
  'case.accept': handledByNamedOffice,
  'case.return': handledByNamedOffice,
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
  'case.conclude-review': handledByNamedOffice,
  'case.deliberate': handledByNamedOffice,
  'case.publicise': handledByNamedOffice,
  'case.object': { anybody: true },
  'case.answer-objection': handledByNamedOffice,
  'case.propose': handledByNamedOffice,
  'case.decide': signedByNamedOffice,
  'case.certify': handledByNamedOffice,
  'case.revoke': signedByNamedOffice,
  'party.read': { party: true, posts: [{ duties: DESKS, levels: ALL_OFFICES }] },
  'party.edit-facts': { party: true },
  'party.verify-facts': { posts: [{ duties: ['handle'], levels: ALL_OFFICES }] },
  'party.search': { posts: [{ duties: DESKS, levels: ['city'] }] },
  'expert.list': {
    posts: [
      { duties: DESKS, levels: ['city'] },
      // To assign, where a measure delegates that to the office.
      { duties: ['handle'], levels: ['delegate'], named: true },
    ],
  },
  'record.read': { posts: [{ duties: ['audit'], levels: ['city', 'district'] }] },
  'certificate.verify': { anybody: true },
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
  'reads.read': { posts: [{ duties: ['audit'], levels: ['city'] }] },
} as const satisfies Record<Right, Rule>
