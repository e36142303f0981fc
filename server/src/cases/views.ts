import type { Act, Outcome, Stage } from '@banfa/policy/run'
import type { Day, Instant, Json, PartyId, PersonId, Words } from '../kernel/index.ts'
import type { Party } from '../registries/index.ts'
import type { Verdict } from './case.ts'
import type { Deadline, SetLimits } from './deadlines.ts'
import type { CallId, CaseId, NoticeId, ObjectionId } from './ids.ts'
import type { FieldChange } from './merge-draft.ts'
import type { SealedFile } from './sealing.ts'
import type { ListedCase, Partner } from './tables.ts'
import type { ClockView } from './view-clock.ts'

export type CallView = {
  readonly id: CallId
  readonly number: string
  readonly title: Words
  readonly pack: string
  readonly version: string
  readonly digest: string
  readonly measure: Words
  readonly services: readonly { name: string; title: Words }[]
  readonly opensOn: Day
  readonly closesOn: Day
  readonly state: 'coming' | 'open' | 'closed'
  /** Calendar days to the closing day; null unless open. */
  readonly daysLeft: number | null
  /** Limits this call sets instead of assumed ones, by act, and why. */
  readonly limits: SetLimits
  readonly issuedBy: Words
  readonly onBehalfOf: Words | null
  /** The number of the written mandate 委托书 it was done under. */
  readonly mandate: string | null
  /** Length of the public notice under this call. */
  readonly publicNoticeDays: number
  /** How many applications were started; null for those who see only their own. */
  readonly cases: number | null
}

/** The text something rests on: its key, its version, its title. */
export type PackNamed = { readonly key: string; readonly version: string; readonly title: Words }

/** A row of the queue, of "my applications". */
export type CaseRow = {
  readonly id: CaseId
  readonly number: string | null
  readonly service: string
  readonly serviceTitle: Words
  readonly party: string
  readonly partyId: PartyId
  readonly district: string
  readonly stage: Stage
  readonly stageOn: Day
  readonly due: Day | null
  /** Working days left, negative when overdue; null without a due day. */
  readonly left: number | null
  readonly overdue: boolean
  /** The case waits for the viewer. */
  readonly mine: boolean
  /** 匿名评审: `party` is a label, for whoever reviews it. */
  readonly blind: boolean
}

export type CasePage = {
  readonly rows: readonly CaseRow[]
  readonly next: string | null
  /** Cases by stage under the same filter, the stage itself left out of it. */
  readonly counts: Readonly<Record<string, number>>
  /** How many the whole filter finds. */
  readonly total: number
}

/** One act on the record, as the page and the auditor read it. */
export type ActView = {
  readonly seq: number
  readonly act: string
  readonly title: Words
  readonly at: Instant
  readonly on: Day
  /** Who acted; an objector is never named. */
  readonly by: string
  readonly office: Words | null
  readonly post: Words | null
  /** 代行: in whose place, while they were away. */
  readonly inPlaceOf: string | null
  readonly onBehalfOf: Words | null
  /** The number of the written mandate 委托书 it was done under. */
  readonly mandate: string | null
  readonly reason: string | null
  readonly cite: string | null
  readonly stage: Stage
  readonly hash: string
  readonly notes: readonly Words[]
}

/** An act the viewer may do now; `warns` is said before it is done. */
export type MayAct = {
  readonly act: Act
  readonly title: Words
  readonly cite: string | null
  /** It changes somebody's rights: asked for twice on the page. */
  readonly legal: boolean
  readonly onBehalfOf: Words | null
  readonly inPlaceOf: string | null
  readonly warns: readonly Words[]
}

export type FactView = {
  readonly name: string
  readonly title: Words
  readonly type: string
  readonly unit: string | null
  readonly value: Json
  readonly source: Words | null
  readonly recordedOn: Day | null
  readonly verifiedOn: Day | null
  readonly verifiedBy: string | null
  readonly locked: boolean
}

export type PaperView = {
  readonly paper: string
  readonly title: Words
  readonly cite: string
  readonly required: boolean
  readonly kinds: readonly string[]
  readonly help: Words | null
  readonly files: readonly SealedFile[]
  /** Kept from the experts of a blind review. */
  readonly withheld: boolean
}

export type JudgementView = {
  readonly condition: string
  readonly title: Words
  readonly question: Words
  readonly cite: string
  readonly by: string
  readonly looksAt: readonly string[]
  readonly answer: Verdict | null
  /** Where points are given: within which range, and those that count. */
  readonly score: { from: string | null; to: string | null; points: number | null } | null
  readonly met: number | null
  readonly notMet: number | null
  readonly asked: number | null
  readonly mine: AnswerView | null
  readonly mayAnswer: boolean
  /** An office's reason for everybody; experts' reasons only for the city's officers. */
  readonly reasons: readonly (AnswerView & { by: string })[]
}

/** What one person or office answered: met or not, or points. */
export type AnswerView = {
  readonly answer: Verdict | null
  readonly points: number | null
  readonly reason: string
  /** What an expert added later, oldest first; it changes nothing of the above. */
  readonly added: readonly { at: Instant; says: string }[]
}

export type ObjectionView = {
  readonly id: ObjectionId
  readonly number: string | null
  readonly on: Day
  readonly name: string | null
  readonly contact: string | null
  readonly grounds: string
  readonly answered: { on: Day; upheld: boolean; reason: string; by: string } | null
}

export type StepView = {
  readonly act: Act
  readonly title: Words
  readonly by: Words
  readonly cite: string
  readonly done: boolean
  readonly on: Day | null
}

export type DocumentView = {
  readonly id: string
  readonly kind: string
  readonly title: Words
  readonly number: string | null
  readonly on: Day
}

export type CaseView = {
  readonly id: CaseId
  readonly number: string | null
  readonly service: string
  readonly serviceTitle: Words
  readonly pack: string
  readonly version: string
  readonly measure: Words
  readonly call: { id: CallId; number: string; title: Words; closesOn: Day }
  readonly party: Party
  readonly partner: Partner | null
  /** A blind review 匿名评审: whether the viewer sees a label, and may keep papers from experts. */
  readonly blind: { readonly masked: boolean; readonly mayWithhold: boolean } | null
  readonly district: string
  readonly stage: Stage
  readonly stageOn: Day
  readonly waitsFor: Words | null
  readonly deadline: Deadline | null
  readonly clock: ClockView
  readonly route: readonly StepView[]
  readonly acts: readonly ActView[]
  readonly may: readonly MayAct[]
  readonly facts: readonly FactView[]
  readonly revision: number
  readonly savedAt: Instant | null
  readonly papers: readonly PaperView[]
  /** The program on the filed facts; while the applicant is writing, on the current ones. */
  readonly outcome: Outcome
  readonly judgements: readonly JudgementView[]
  /** Empty for applicants and for other experts. */
  readonly experts: readonly {
    person: PersonId
    name: string
    employer: string
    answered: number
  }[]
  /** 回避: who stood aside from the review, for those who see who reviews. */
  readonly recusals: readonly { person: PersonId; name: string; on: Day; reason: string }[]
  /** The viewer is an assigned expert who may still stand aside, or add to an opinion of their own. */
  readonly asExpert: { readonly mayRecuse: boolean; readonly mayAdd: boolean }
  readonly objections: readonly ObjectionView[]
  readonly notice: { id: NoticeId; number: string; until: Day } | null
  readonly documents: readonly DocumentView[]
  readonly certificate: { number: string; revoked: boolean } | null
  readonly seal: { hash: string; receipt: string; on: Day } | null
}

export type NoticeView = {
  readonly id: NoticeId
  readonly pack: PackNamed
  readonly number: string
  readonly title: Words
  readonly measure: Words
  readonly cite: string
  readonly from: Day
  /** The last day on which an objection is taken. */
  readonly until: Day
  readonly workingDays: number
  readonly state: 'open' | 'ended'
  readonly counted: Words
  readonly hash: string
  readonly list: readonly ListedCase[]
  /** How many objections were made; a visitor is not told and reads 0. */
  readonly objections: number
  readonly contact: Words
}

export type DraftChanges = {
  readonly revision: number
  /** What others wrote that the page has not seen. */
  readonly changes: readonly FieldChange[]
}

export type DraftSaved = DraftChanges & {
  readonly savedAt: Instant
  /** Fields not written, because somebody else changed them after the page saw them. */
  readonly rejected: readonly string[]
  readonly outcome: Outcome
}

/** What an act answers: where the case stands now. Pages read viewCase afterwards. */
export type Acted = { readonly caseId: CaseId; readonly stage: Stage; readonly seq: number }

/** What somebody who objected is told, once: the number and the key to follow it by. */
export type Objected = Acted & { readonly number: string; readonly key: string }

/** An expert as the assigning officer sees them for one case. */
export type ExpertChoice = {
  readonly person: PersonId
  readonly name: string
  readonly title: Words
  readonly employer: string
  readonly fields: readonly string[]
  readonly conflict: Words | null
  readonly assigned: boolean
  /** Cases that wait for their answer now, and how many they take at a time. */
  readonly open: number
  readonly mostOpen: number | null
}

/** Keys of the offices that the texts in use name for a right. */
export type OfficesByRight = ReadonlyMap<string, ReadonlySet<string>>
