import type { OpenFile } from '../../documents/index.ts'
import {
  type Day,
  loadCalendar,
  type ReadTx,
  record,
  refusal,
  sha256,
  type WriteTx,
} from '../../kernel/index.ts'
import type { ObjectionId } from '../ids.ts'
import type { CaseInput } from '../inputs.ts'
import { signedBy } from '../letters.ts'
import { findObjection } from '../notice-store.ts'
import { lockCase, type OpenCase, readCase } from '../open-case.ts'
import { type Standing, takeUpAct } from '../standing.ts'
import { tell } from '../tell.ts'
import { openFileOf } from './add-to-objection.ts'
import { courseOf, type ObjectionCourse } from './follow-objection.ts'
import { listAlike } from './list-alike.ts'
import { subjectOfObjection } from './objection.ts'
import { findObjector, insertWord } from './words-store.ts'

export type ObjectionInput = CaseInput & { readonly objection: ObjectionId }

/** An objection as the post that answers it reads it: with who made it, and the case it is about. */
export type HandledObjection = ObjectionCourse & {
  readonly id: ObjectionId
  readonly name: string | null
  readonly contact: string | null
  readonly case: { readonly id: string; readonly number: string | null }
  readonly others: readonly { readonly id: ObjectionId; readonly number: string | null }[]
  /** How many others say the same and wait: one answer may be given to all of them. */
  readonly alike: number
  readonly may: readonly ('ask' | 'answer')[]
}

/**
 * One objection on its own page, for the post that answers it and nobody else; refuses
 * `identity.forbidden` and `case.objection-not-found`.
 */
export async function viewObjection(tx: ReadTx, input: ObjectionInput): Promise<HandledObjection> {
  const open = await readCase(tx, input.caseId)
  await takeUpAct(tx, open.asked, 'answer-objection')
  const row = await ofCase(tx, open, input.objection)
  const course = await courseOf(tx, row, open.board)
  const objector = await findObjector(tx, row.id)
  const isOpen = row.answered_on === null
  return {
    ...course,
    id: row.id,
    name: objector?.name ?? null,
    contact: objector?.contact ?? null,
    case: { id: open.id, number: open.state.receipt },
    others: othersIn(open, row.id),
    alike: (await listAlike(tx, input)).length,
    may: isOpen ? (mayAsk(course, tx.today) ? ['ask', 'answer'] : ['answer']) : [],
  }
}

/** The other objections to the same case, as its record tells them. */
function othersIn(open: OpenCase, id: ObjectionId) {
  return open.entries
    .filter((entry) => entry.act === 'object')
    .map(({ detail }) => detail as { objection: string; number: string | null })
    .filter((one) => one.objection !== id)
    .map(({ objection, number }) => ({ id: objection as ObjectionId, number }))
}

async function ofCase(tx: ReadTx, open: OpenCase, id: ObjectionId) {
  const row = await findObjection(tx, id)
  return row?.case_id === open.id ? row : refusal('case.objection-not-found')
}

/** A paper of the objector's or the letter with the answer. */
export async function openObjectionFile(
  tx: ReadTx,
  input: ObjectionInput & { readonly file: string },
): Promise<OpenFile & { readonly uploaded: boolean }> {
  const open = await readCase(tx, input.caseId)
  await takeUpAct(tx, open.asked, 'answer-objection')
  const { id } = await ofCase(tx, open, input.objection)
  return openFileOf(tx, id, input.file)
}

export type AskObjectorInput = ObjectionInput & {
  readonly says: string
  /** Working days for the objector, the day of asking not counted. */
  readonly days: number
}

/** More questions than these would let an office put off its answer at will (ADR 0108). */
const MOST_QUESTIONS = 2

/**
 * Asks the objector for more 请补充; the clock of the objection stands still until they add something
 * or the day given is over. Refuses `case.objection-asked-already` while a question is open,
 * `case.objection-overdue-conflict` once the answer is overdue, and `case.objection-asked-out-conflict`
 * after two questions.
 */
export async function askObjector(tx: WriteTx, input: AskObjectorInput): Promise<void> {
  const open = await lockCase(tx, input.caseId)
  const standing = await takeUpAct(tx, open.asked, 'answer-objection')
  const row = await ofCase(tx, open, input.objection)
  if (row.answered_on) refusal('case.objection-already', { on: row.answered_on })
  refuseQuestion(await courseOf(tx, row, open.board), tx.today)
  const until = (await loadCalendar(tx)).addWorkingDays(tx.today, input.days)
  const by = signedBy(open, standing)
  await insertWord(tx, row.id, { kind: 'ask', says: input.says, on: tx.today, until, by })
  const detail = { digest: sha256(input.says), until }
  await noteOn(tx, { id: row.id, standing }, { act: 'objection.ask', detail })
  await tell(tx, { type: 'objection.asked', payload: { case: open.id, objection: row.id } })
}

function refuseQuestion(course: ObjectionCourse, today: Day): void {
  const { asked, clock, words } = course
  if (asked?.until) refusal('case.objection-asked-already', { until: asked.until })
  if (isOverdue(course, today))
    refusal('case.objection-overdue-conflict', { due: clock?.due ?? '' })
  if (questionsIn(words) >= MOST_QUESTIONS)
    refusal('case.objection-asked-out-conflict', { most: MOST_QUESTIONS })
}

function mayAsk(course: ObjectionCourse, today: Day): boolean {
  const { asked, words } = course
  return !asked && !isOverdue(course, today) && questionsIn(words) < MOST_QUESTIONS
}

const isOverdue = ({ clock }: ObjectionCourse, today: Day): boolean =>
  clock?.due != null && today > clock.due

const questionsIn = (words: ObjectionCourse['words']): number =>
  words.filter(({ kind }) => kind === 'ask').length

type Noted = { readonly act: string; readonly detail: object; readonly reason?: string }

/** An entry on the objection's own record, by the post that answers it. */
export async function noteOn(
  tx: WriteTx,
  { id, standing }: { readonly id: ObjectionId; readonly standing: Standing },
  { detail, ...noted }: Noted,
): Promise<void> {
  const { post, cite, delegation } = standing
  await record(tx, {
    ...noted,
    subject: subjectOfObjection(id),
    as: post,
    cite,
    detail: { ...detail, ...(delegation && { delegation }) } as never,
    readers: post ? [post.office] : [],
  })
}
