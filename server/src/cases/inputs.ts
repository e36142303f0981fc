import type { Stage } from '@banfa/policy/run'
import type { Day, Json, PartyId, PersonId, Words } from '../kernel/index.ts'
import type { SetLimits } from './deadlines.ts'
import type { CallId, CaseId, NoticeId, ObjectionId } from './ids.ts'
import type { Partner } from './tables.ts'

export type OpenCallInput = {
  readonly pack: string
  readonly services: readonly string[]
  readonly title: Words
  readonly opensOn: Day
  readonly closesOn: Day
  /** By act, in the unit of the pack's limit; only limits the measure does not print itself. */
  readonly limits?: SetLimits
}

export type StartCaseInput = {
  readonly callId: CallId
  readonly service: string
  readonly partyId: PartyId
}

export type SaveDraftInput = {
  readonly caseId: CaseId
  /** The revision whose values the page has seen: a field written after it is not overwritten. */
  readonly revision: number
  /** Names the save, so that sending it twice changes nothing. */
  readonly save?: string | undefined
  /** Values by fact; null takes an answer back. Names that are absent stay as they are. */
  readonly answers: Readonly<Record<string, Json>>
  readonly partner?: Partner | null | undefined
}

export type AttachPaperInput = {
  readonly caseId: CaseId
  readonly paper: string
  readonly fileName: string
  readonly bytes: Uint8Array
}

export type FileOfPaper = { readonly caseId: CaseId; readonly file: string }

export type CaseInput = { readonly caseId: CaseId }
export type FileInput = CaseInput & { readonly revision: number }
export type ReasonInput = CaseInput & { readonly reason: string }
export type SendBackInput = ReasonInput & {
  /** The stage the page showed; another one by now is `case.stage-conflict`. */
  readonly from?: Stage | undefined
}
/** Empty reason: the act speaks for itself. */
export type OptionalReasonInput = CaseInput & { readonly reason?: string }
export type ReturnInput = CaseInput & {
  readonly remarks?: string
  /** What the officer adds to the engine's list: each about a fact, a paper or (null) the whole. */
  readonly points?: readonly { readonly about: string | null; readonly says: string }[]
  /** Working days for the correction; without it no limit runs. */
  readonly days?: number | null
}
export type TransferInput = ReasonInput & {
  /** GB/T 2260 code of the district whose office is in charge. */
  readonly district: string
}
export type RecommendInput = CaseInput & { readonly recommendation: string }
/** How many to draw, and of which field; any field when absent. */
export type DrawInput = CaseInput & { readonly count: number; readonly field?: string | null }
export type AssignInput = CaseInput & {
  readonly experts: readonly PersonId[]
  /** The draw by lot they come from. */
  readonly draw?: string
}

export type JudgeInput = CaseInput & {
  readonly answers: readonly {
    readonly condition: string
    readonly answer: 'met' | 'not-met'
    readonly reason: string
  }[]
  /** Points within the range the measure leaves, with two digits after the point at most. */
  readonly scores?: readonly {
    readonly value: string
    readonly points: number
    readonly reason: string
  }[]
}

/** To one's own answer to a condition, or points for a score. */
export type AddToOpinionInput = CaseInput & { readonly condition: string; readonly says: string }

export type PubliciseInput = { readonly cases: readonly CaseId[]; readonly title: Words }

export type ObjectInput = {
  readonly noticeId: NoticeId
  readonly caseId: CaseId
  readonly name: string
  /** Telephone or e-mail: kept for the handling officers, never in the record. */
  readonly contact: string
  readonly grounds: string
}

export type AnswerObjectionInput = CaseInput & {
  readonly objection: ObjectionId
  readonly upheld: boolean
  readonly reason: string
}

export type RefuseInput = ReasonInput & {
  /** The article, where the officer's reason rests on another than the findings'. */
  readonly cite?: string | null
}

export type QueueSort = 'due' | 'since' | 'number' | 'party'

export type QueueFilter = {
  /** By which column, `due` when absent; `desc` turns it round. */
  readonly sort?: QueueSort | undefined
  readonly order?: 'asc' | 'desc' | undefined
  readonly stage?: string | undefined
  readonly office?: string | undefined
  readonly service?: string | undefined
  readonly text?: string | undefined
  /** Only what waits for the viewer. */
  readonly mine?: boolean | undefined
  readonly cursor?: string | undefined
  /** 1 to 10,000, else 30. */
  readonly limit?: number | undefined
}
