import { stepFor } from '@banfa/policy/run'
import { letIn } from '../documents/index.ts'
import { permit } from '../identity/index.ts'
import { type PersonId, record, refusal, type WriteTx } from '../kernel/index.ts'
import { type Expert, listExperts } from '../registries/index.ts'
import { append } from './append.ts'
import { isReviewedBlind } from './blind/blind.ts'
import { addReaders } from './case-store.ts'
import { conflictsIn } from './conflicts-in-case.ts'
import { isLoaded, loadOf } from './eligible-experts.ts'
import type { AssignInput } from './inputs.ts'
import { reviewBegan } from './limit-over-steps.ts'
import { lockCase, type OpenCase, subjectOf } from './open-case.ts'
import { insertExperts, selectExperts, selectJudgements } from './review-store.ts'
import { officeOf, takeUpAct } from './standing.ts'
import { tell } from './tell.ts'
import { refuseUnlessNext } from './turn.ts'
import type { Acted } from './views.ts'

/** The review is a record of its own: applicants read the case's, not who judged it. */
export const reviewOf = (open: Pick<OpenCase, 'id'>) => ({ kind: 'review', id: open.id })

/**
 * Assigns experts 指派专家 (第8条(四)). Refuses `case.too-few-experts` below the step's number,
 * `case.expert-interested` with the reason for each conflict, `case.expert-already`; nobody is added
 * once answers are in, since a majority is counted over those assigned; only who stood aside is replaced.
 */
export async function assignExperts(tx: WriteTx, input: AssignInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const standing = await takeUpAct(tx, open.asked, 'assign')
  permit(tx.actor, 'expert.list', officeOf(standing))
  refuseUnlessNext(open, 'assign')
  const before = await selectExperts(tx, open)
  const wanted = [...new Set(input.experts)]
  const isBegun = (await selectJudgements(tx, open)).some((one) => one.by_expert)
  if (isBegun && before.length + wanted.length > open.state.experts) {
    refusal('case.review-begun-conflict')
  }
  const known = await listExperts(tx)
  const experts = wanted.map((person) => findExpert(known, person))
  const assignedBefore = before.map((one) => one.person_id)
  refuseTwice(experts, assignedBefore)
  refuseTooFew(open, before.length + experts.length)
  await refuseInterested(tx, open, experts)
  await refuseLoaded(tx, experts)
  await insertExperts(
    tx,
    open,
    experts.map((expert) => assigned(tx, expert)),
  )
  await addReaders(tx, open.id, wanted)
  for (const person of wanted) await letIn(tx, { subject: subjectOf(open.id), person })
  await record(tx, {
    act: 'assign',
    subject: reviewOf(open),
    as: standing.post,
    cite: standing.cite,
    detail: { experts: experts.map(({ person, name }) => ({ person, name })) },
  })
  const all = [...assignedBefore, ...wanted]
  const owing = open.board.waiting_experts.filter((one) => assignedBefore.includes(one))
  const from = (before.length > 0 && reviewBegan(open.state)) || tx.today
  const count = isBegun ? open.state.experts : all.length
  const acted = await append(tx, open, {
    act: 'assign',
    standing,
    detail: {
      experts: count,
      from,
      ...(input.draw ? { draw: input.draw } : {}),
      ...(isReviewedBlind(open.service) && { blind: true as const }),
    },
    readers: wanted,
    waitingExperts: [...owing, ...wanted],
  })
  await tell(tx, { type: 'case.experts-assigned', payload: { case: open.id, experts: wanted } })
  return acted
}

function findExpert(known: readonly Expert[], person: PersonId): Expert {
  const expert = known.find((one) => one.person === person)
  return expert ?? refusal('case.expert-not-found', {}, { field: 'experts' })
}

function refuseTwice(experts: readonly Expert[], before: readonly PersonId[]): void {
  const names = experts.filter((one) => before.includes(one.person)).map((one) => one.name)
  if (names.length > 0) refusal('case.expert-already', { names }, { field: 'experts' })
}

function refuseTooFew(open: OpenCase, count: number): void {
  const steps = [stepFor(open.service, 'assign'), stepFor(open.service, 'conclude-review')]
  const least = Math.max(...steps.map((step) => step?.experts ?? 0))
  const cite = steps.find((step) => step)?.cite ?? null
  if (count < least) refusal('case.too-few-experts', { least, count }, { field: 'experts', cite })
}

async function refuseInterested(
  tx: WriteTx,
  open: OpenCase,
  experts: readonly Expert[],
): Promise<void> {
  const conflicts = await conflictsIn(tx, open, experts)
  for (const expert of experts) {
    const [conflict] = await conflicts(expert)
    if (!conflict) continue
    const params = { name: expert.name, reason: conflict.says.zh, reasonEn: conflict.says.en }
    refusal('case.expert-interested', params, { field: 'experts' })
  }
}

async function refuseLoaded(tx: WriteTx, experts: readonly Expert[]): Promise<void> {
  const load = await loadOf(tx)
  const names = experts.filter((one) => isLoaded(one, load)).map((one) => one.name)
  if (names.length > 0) refusal('case.expert-loaded', { names }, { field: 'experts' })
}

function assigned(tx: WriteTx, expert: Expert) {
  return {
    person_id: expert.person,
    name: expert.name,
    employer: expert.employerName,
    assigned_on: tx.today,
  }
}
