import { type Act, stepFor } from '@banfa/policy/run'
import { mayAct, permit } from '../identity/index.ts'
import { type PersonActor, record, refusal, sealRows, type WriteTx } from '../kernel/index.ts'
import { append } from './append.ts'
import { reviewOf } from './assign-experts.ts'
import { setWaitingExperts } from './board-store.ts'
import { roundOf } from './case.ts'
import type { JudgedCondition } from './engine.ts'
import type { JudgeInput } from './inputs.ts'
import { expertConditions, isForExperts, toJudge } from './judged-in-step.ts'
import { lockCase, type OpenCase } from './open-case.ts'
import {
  insertJudgements,
  type Judgement,
  selectExperts,
  selectJudgements,
} from './review-store.ts'
import { JUDGEMENTS } from './sealed.ts'
import { rightOf, type Standing } from './standing.ts'
import { refuseUnlessNext } from './turn.ts'
import type { Acted } from './views.ts'

/**
 * Answers judged conditions 评判, each once and for good, with a reason. An assigned expert answers
 * those of the panel; the office a condition names answers its own. Refuses `case.judged-already`,
 * `case.condition-not-yours`, and the experts' answers go to the record of the review, which the
 * applicant does not read.
 */
export async function judge(tx: WriteTx, input: JudgeInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const judging = await roleOf(tx, open)
  refuseUnlessNext(open, 'judge')
  const before = await selectJudgements(tx, open)
  const given = givenIn(input)
  refuseForeign(judging, given)
  refuseTwice(judging, before, given)
  refuseOutside(judging, given)
  const judgements = given.map((one) => judgementOf(tx, judging, one))
  await insertJudgements(tx, open, judgements)
  await sealRows(tx, JUDGEMENTS, keysOf(open, judgements))
  return judging.asExpert
    ? expertAnswered(tx, open, [...before, ...judgements])
    : officeAnswered(tx, open, { standing: judging.standing, judgements })
}

function keysOf(open: OpenCase, judgements: readonly Judgement[]): string[] {
  const round = roundOf(open.state)
  return judgements.map((one) => [open.id, round, one.condition, one.person_id].join('/'))
}

type Judging = {
  readonly person: PersonActor
  readonly asExpert: boolean
  readonly standing: Standing
  readonly conditions: readonly JudgedCondition[]
}

/** One answer, of either kind. */
type Given = Pick<Judgement, 'condition' | 'answer' | 'points' | 'reason'>

function givenIn({ answers, scores = [] }: JudgeInput): Given[] {
  return [
    ...answers.map((one) => ({ ...one, points: null })),
    ...scores.map(({ value, points, reason }) => ({
      condition: value,
      answer: null,
      points: String(points),
      reason,
    })),
  ]
}

/** Where a condition is answered: by the district before it recommends, by others in the review. */
export function judgingStep(open: Pick<OpenCase, 'state'>): Act {
  return open.state.stage === 'accepted' ? 'recommend' : 'conclude-review'
}

async function roleOf(tx: WriteTx, open: OpenCase): Promise<Judging> {
  const { actor } = tx
  if (actor.kind !== 'person') return refuseRole(tx)
  const assigned = (await selectExperts(tx, open)).some((one) => one.person_id === actor.person)
  const cite = stepFor(open.service, judgingStep(open))?.cite ?? open.service.cite
  const title = { zh: '逐条评判', en: 'Judge the conditions' }
  if (assigned && mayAct(actor, rightOf('judge'), { assigned })) {
    const post = permit(actor, rightOf('judge'), { assigned })
    const conditions = expertConditions(open)
    const standing = { post, delegation: null, cite, title }
    return { person: actor, asExpert: true, standing, conditions }
  }
  const [first, ...others] = officeConditions(open, actor)
  if (!first) return refuseRole(tx)
  const post = permit(actor, rightOf('judge'), relationTo(open, first.by))
  const conditions = [first, ...others]
  return {
    person: actor,
    asExpert: false,
    standing: { post, delegation: null, cite, title },
    conditions,
  }
}

/** Conditions of the running step that an office the actor sits in is named for. */
export function officeConditions(open: OpenCase, actor: PersonActor) {
  return toJudge(open, judgingStep(open)).filter(
    (one) => !isForExperts(open, one) && mayAct(actor, rightOf('judge'), relationTo(open, one.by)),
  )
}

function relationTo(open: OpenCase, officeKey: string) {
  return { officeKey, district: open.board.district }
}

function refuseRole(tx: WriteTx): never {
  permit(tx.actor, rightOf('judge'), {})
  return refusal('case.judge-forbidden')
}

/** A condition is answered with met or not met, a score with points, and both only by whom they wait for. */
function refuseForeign(judging: Judging, given: readonly Given[]): void {
  const foreign = given.filter((one) => {
    const asked = judging.conditions.find(({ name }) => name === one.condition)
    return !asked || (asked.kind === 'score') !== (one.points !== null)
  })
  if (foreign.length === 0) return
  refusal('case.condition-not-yours', { names: foreign.map((one) => one.condition) })
}

function refuseTwice(
  judging: Judging,
  before: readonly Judgement[],
  given: readonly Given[],
): void {
  const names = given.map((one) => one.condition)
  const twice = names.filter((name, at) => names.indexOf(name) !== at)
  const done = before
    .filter((one) => (judging.asExpert ? one.person_id === judging.person.person : !one.by_expert))
    .map((one) => one.condition)
    .filter((name) => names.includes(name))
  if (twice.length + done.length > 0) {
    refusal('case.judged-already', { names: [...new Set([...twice, ...done])] })
  }
}

const POINTS = /^\d+(\.\d{1,2})?$/

function refuseOutside(judging: Judging, given: readonly Given[]): void {
  for (const { condition, points } of given) {
    const asked = judging.conditions.find(({ name }) => name === condition)
    if (points === null || !asked?.range) continue
    const { from, to } = asked.range
    const inside = Number(points) >= Number(from) && Number(points) <= Number(to)
    if (inside && POINTS.test(points)) continue
    const params = { title: asked.title.zh, points, from, to }
    refusal('case.points-outside', params, { field: condition, cite: asked.cite })
  }
}

function judgementOf(tx: WriteTx, judging: Judging, given: Given): Judgement {
  return {
    ...given,
    person_id: judging.person.person,
    by_expert: judging.asExpert,
    name: judging.asExpert
      ? judging.person.name
      : (judging.standing.post?.officeName.zh ?? judging.person.name),
    answered_on: tx.today,
  }
}

async function expertAnswered(
  tx: WriteTx,
  open: OpenCase,
  judgements: readonly Judgement[],
): Promise<Acted> {
  const { actor } = tx
  const mine = judgements.filter((one) => actor.kind === 'person' && one.person_id === actor.person)
  if (mine.length === expertConditions(open).length) {
    const waiting = open.board.waiting_experts.filter((person) => person !== mine[0]?.person_id)
    await setWaitingExperts(tx, open.id, waiting)
  }
  const entry = await record(tx, {
    act: 'judge',
    subject: reviewOf(open),
    detail: {
      answers: mine.map(({ condition, answer, points, reason }) => ({
        condition,
        ...(points === null ? { answer } : { points: Number(points) }),
        reason,
      })),
    },
  })
  return { caseId: open.id, stage: open.state.stage, seq: entry.seq }
}

function officeAnswered(
  tx: WriteTx,
  open: OpenCase,
  of: { standing: Standing; judgements: readonly Judgement[] },
): Promise<Acted> {
  const { answers, points } = answersIn(of.judgements)
  const reasons = Object.fromEntries(of.judgements.map((one) => [one.condition, one.reason]))
  const detail = { answers, reasons, ...(points && { points }) }
  return append(tx, open, { act: 'judge', standing: of.standing, detail })
}

function answersIn(judgements: readonly Judgement[]) {
  const answers = judgements.flatMap(({ condition, answer }) =>
    answer ? [[condition, answer] as const] : [],
  )
  const points = judgements.flatMap((one) =>
    one.points === null ? [] : [[one.condition, Number(one.points)] as const],
  )
  return {
    answers: Object.fromEntries(answers),
    points: points.length > 0 ? Object.fromEntries(points) : null,
  }
}
