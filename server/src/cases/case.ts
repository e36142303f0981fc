import { type Act, after, isAct, NEXT, type Stage } from '@banfa/policy/run'
import type { Day, Entry } from '../kernel/index.ts'
import {
  type DetailOf,
  detailOf,
  isPaperNote,
  isTextMove,
  type PaperNote,
  paperNoted,
  textMoved,
} from './happened.ts'
import type { LeftOut } from './limit-over-steps.ts'

export type Verdict = 'met' | 'not-met'

/** What the record folds to; plain JSON, so that the board can keep it and verify can compare it. */
export type CaseState = {
  readonly stage: Stage
  readonly since: Day
  readonly lastSeq: number
  /** The last day of each act that happened. */
  readonly done: Readonly<Partial<Record<Act, Day>>>
  readonly filings: number
  readonly filing: string | null
  /** The number of the first receipt names the case for good. */
  readonly receipt: string | null
  readonly experts: number
  /** Answers that count: an office's at once, the experts' when the review is concluded. */
  readonly judged: Readonly<Record<string, Verdict>>
  /** Points that count, in the same way; absent while nobody gave any. */
  readonly scored?: Readonly<Record<string, number>>
  readonly notice: { readonly id: string; readonly number: string; readonly until: Day } | null
  readonly openObjections: readonly { readonly id: string; readonly on: Day }[]
  readonly upheld: number
  readonly proposedBy: string | null
  readonly certificate: { readonly number: string; readonly recognition: string } | null
  /** How often it was returned, and until when the last correction is due. Absent until then. */
  readonly correction?: { readonly round: number; readonly until: Day | null }
  /** Which round of judging runs; absent in the first. */
  readonly round?: number
  /** Since when the review of this round lasts, where the record says so. */
  readonly reviewFrom?: Day
  /** The day the case came back to be reviewed anew. */
  readonly reopenedOn?: Day
  /** Reviews and notices of rounds that ended, oldest first; absent while there are none. */
  readonly leftOut?: readonly LeftOut[]
  /** The experts are not told whose case it is 匿名评审; absent where they are. */
  readonly blind?: true
  /** Papers the experts of a blind review are not shown. */
  readonly withheld?: readonly string[]
  /** The text that governs instead of the call's, by a transitional rule or a migration. */
  readonly text?: GoverningText
}

/** One version of the measure a case is under. */
export type GoverningText = { readonly version: string; readonly digest: string }

/** The part of an entry that the fold looks at. */
export type Happened = Pick<Entry, 'seq' | 'act' | 'on' | 'actor' | 'detail'>

/** Acts that a stage may see more than once; doing another act twice is `case.already`. */
const REPEATED: readonly Act[] = [
  'assign',
  'judge',
  'object',
  'answer-objection',
  'transfer',
  'send-back',
  'revoke',
  'restore',
]

const ENDS: readonly Stage[] = ['certified', 'refused', 'withdrawn', 'revoked']

export function startedOn(day: Day): CaseState {
  return {
    stage: 'draft',
    since: day,
    lastSeq: 0,
    done: {},
    filings: 0,
    filing: null,
    receipt: null,
    experts: 0,
    judged: {},
    notice: null,
    openObjections: [],
    upheld: 0,
    proposedBy: null,
    certificate: null,
  }
}

/** The state of a case from its entries, oldest first; the first says when it was started. */
export function foldCase(entries: readonly Happened[]): CaseState | null {
  const [first, ...rest] = entries
  if (!first) return null
  return rest.reduce(step, { ...startedOn(first.on), lastSeq: first.seq })
}

/** One entry more. Entries that are no act of a procedure (the start) leave the stage as it is. */
export function step(state: CaseState, happened: Happened): CaseState {
  const { act, seq } = happened
  if (isTextMove(act)) return { ...underText(state, textMoved(happened).text), lastSeq: seq }
  if (isPaperNote(act)) return { ...state, ...learnPaper(state, act, happened), lastSeq: seq }
  if (!isAct(act)) return { ...state, lastSeq: seq }
  const openObjections = state.openObjections.length
  const on = countsFrom(act, happened)
  const { stage } = after({ stage: state.stage, openObjections }, happened)
  // The clock of the office a case is transferred to starts anew.
  const since = stage === state.stage && act !== 'transfer' ? state.since : on
  const done = doneAfter({ ...state.done, [act]: on }, act, stage)
  const kept = isReopened(act, stage) ? withoutReview(state) : state
  return { ...kept, ...learn(state, act, happened), lastSeq: seq, stage, since, done }
}

/** The day an act counts from: its own, or an earlier one that an acceptance by silence dates from. */
function countsFrom(act: Act, happened: Happened): Day {
  return (act === 'accept' && detailOf(act, happened).deemedOn) || happened.on
}

/** The same case under another text; null: under the one its call is pinned to. */
export function underText(state: CaseState, text: GoverningText | null): CaseState {
  const { text: _, ...rest } = state
  return text === null ? rest : { ...rest, text }
}

/** The round of judging that runs. */
export function roundOf(state: CaseState): number {
  return state.round ?? 1
}

/** What is undone when a case goes back to a stage. */
const UNDONE: Readonly<Partial<Record<Stage, readonly Act[]>>> = {
  filed: ['accept'],
  accepted: ['recommend'],
  recommended: ['assign', 'conclude-review', 'deliberate', 'publicise', 'propose'],
  reviewed: ['deliberate'],
  publicised: ['propose'],
}

function doneAfter(done: CaseState['done'], act: Act, to: Stage): CaseState['done'] {
  if (act !== 'send-back' && act !== 'reappraise') return done
  const undone = UNDONE[to] ?? []
  return Object.fromEntries(Object.entries(done).filter(([one]) => !undone.includes(one as Act)))
}

/** A case is open until it is certified, refused, withdrawn or revoked. */
export function isOpen(stage: Stage): boolean {
  return !ENDS.includes(stage)
}

/** Why an act may not be done now: it was done before, or it is out of turn. Null: it may. */
export function outOfTurn(state: CaseState, act: Act): 'already' | 'stage-conflict' | null {
  if (NEXT[state.stage].some((next) => next === act)) return null
  return state.done[act] && !REPEATED.includes(act) ? 'already' : 'stage-conflict'
}

/** The window of the public notice is over the day after its last day (公示期满). */
export function isWindowOver(state: CaseState, today: Day): boolean {
  return state.notice === null || today > state.notice.until
}

function learn(state: CaseState, act: Act, happened: Happened): Partial<CaseState> {
  switch (act) {
    case 'file':
      return learnFiling(state, happened)
    case 'return': {
      const { until = null } = detailOf(act, happened)
      return { correction: { round: (state.correction?.round ?? 0) + 1, until } }
    }
    case 'send-back':
      return reopened(state, { ...detailOf(act, happened), on: happened.on })
    case 'reappraise': {
      const cleared = { notice: null, upheld: 0, proposedBy: null }
      const again = { ...detailOf(act, happened), to: 'recommended', on: happened.on } as const
      return { ...cleared, ...reopened(state, again) }
    }
    case 'assign': {
      const { experts, from, blind } = detailOf(act, happened)
      return { experts, ...(from && { reviewFrom: from }), ...(blind && { blind }) }
    }
    case 'judge':
      return learnAnswers(state, detailOf(act, happened))
    case 'conclude-review': {
      const { experts = state.experts, ...answers } = detailOf(act, happened)
      return { ...learnAnswers(state, answers), experts }
    }
    case 'publicise':
      return { notice: detailOf(act, happened).notice }
    case 'object':
      return learnObjection(state, happened)
    case 'answer-objection':
      return learnAnswer(state, happened)
    case 'propose':
      return { proposedBy: happened.actor.id }
    case 'certify':
      return { certificate: detailOf(act, happened).certificate }
    default:
      return {}
  }
}

function learnAnswers(
  state: CaseState,
  { answers, points }: Pick<DetailOf<'judge'>, 'answers' | 'points'>,
): Partial<CaseState> {
  const judged = { ...state.judged, ...answers }
  return points ? { judged, scored: { ...state.scored, ...points } } : { judged }
}

type Reopening = { readonly to: Stage; readonly on: Day } & Pick<
  DetailOf<'send-back'>,
  'reopens' | 'leftOut'
>

/** Conditions that are judged anew begin a round of their own, with experts of its own. */
function reopened(state: CaseState, { to, on, reopens, leftOut }: Reopening): Partial<CaseState> {
  if (to !== 'accepted' && to !== 'recommended') return {}
  const judged = Object.entries(state.judged).filter(([name]) => !reopens.includes(name))
  const scored = Object.entries(state.scored ?? {}).filter(([name]) => !reopens.includes(name))
  return {
    judged: Object.fromEntries(judged),
    ...(state.scored ? { scored: Object.fromEntries(scored) } : {}),
    round: roundOf(state) + 1,
    ...(to === 'recommended' ? { experts: 0 } : {}),
    ...(to === 'recommended' && leftOut ? { reopenedOn: on } : {}),
    ...(leftOut?.length ? { leftOut: [...(state.leftOut ?? []), ...leftOut] } : {}),
  }
}

function isReopened(act: Act, to: Stage): boolean {
  const isBack = act === 'send-back' || act === 'reappraise'
  return isBack && (to === 'accepted' || to === 'recommended')
}

function withoutReview(state: CaseState): CaseState {
  const { reviewFrom: _from, reopenedOn: _on, ...rest } = state
  return rest
}

function learnPaper(
  { withheld = [] }: CaseState,
  act: PaperNote,
  happened: Happened,
): Partial<CaseState> {
  const { paper } = paperNoted(happened)
  const others = withheld.filter((one) => one !== paper)
  return { withheld: act === 'paper.withhold' ? [...others, paper] : others }
}

function learnFiling(state: CaseState, happened: Happened): Partial<CaseState> {
  const { filing, receipt, text } = detailOf('file', happened)
  const filed = { filings: state.filings + 1, filing, receipt: state.receipt ?? receipt }
  return text ? { ...filed, text } : filed
}

function learnObjection(state: CaseState, happened: Happened): Partial<CaseState> {
  const { objection } = detailOf('object', happened)
  return { openObjections: [...state.openObjections, { id: objection, on: happened.on }] }
}

function learnAnswer(state: CaseState, happened: Happened): Partial<CaseState> {
  const { objection, upheld } = detailOf('answer-objection', happened)
  return {
    openObjections: state.openObjections.filter((open) => open.id !== objection),
    upheld: state.upheld + (upheld ? 1 : 0),
  }
}
