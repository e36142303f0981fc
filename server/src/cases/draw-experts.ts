import { randomBytes, randomUUID } from 'node:crypto'
import { permit } from '../identity/index.ts'
import { newId, type ReadTx, record, refusal, type WriteTx } from '../kernel/index.ts'
import type { Expert } from '../registries/index.ts'
import { assignExperts, reviewOf } from './assign-experts.ts'
import { findDraw, insertDraw } from './draw-store.ts'
import { listEligible } from './eligible-experts.ts'
import type { DrawId } from './ids.ts'
import type { DrawInput } from './inputs.ts'
import { type DrawnLot, drawLot, type LotEntry } from './lot.ts'
import { lockCase } from './open-case.ts'
import { officeOf, takeUpAct } from './standing.ts'
import { refuseUnlessNext } from './turn.ts'
import type { Acted } from './views.ts'

/**
 * Draws experts by lot 随机抽取 and assigns them in the same transaction: from those of the pool who
 * know the field, have no tie to the case and no more cases than they take, one of an employer. The
 * list is frozen before the chance is drawn, and who follows the published codes draws the same
 * (ADR 0070). Refuses `case.too-few-candidates` with how many there are.
 */
export async function drawExperts(
  tx: WriteTx,
  input: DrawInput,
): Promise<Acted & { draw: DrawId }> {
  const open = await lockCase(tx, input.caseId)
  const standing = await takeUpAct(tx, open.asked, 'assign')
  permit(tx.actor, 'expert.list', officeOf(standing))
  refuseUnlessNext(open, 'assign')
  const eligible = await listEligible(tx, open, input.field ?? null)
  const coded = withCodes(eligible)
  const proof = drawLot({
    on: tx.today,
    wanted: input.count,
    candidates: coded.map(({ code, group }) => ({ code, group })),
    random: randomBytes(32).toString('hex'),
  })
  if (proof.drawn.length < input.count) {
    refusal(
      'case.too-few-candidates',
      { wanted: input.count, count: proof.drawn.length },
      { field: 'count' },
    )
  }
  const draw = newId<DrawId>()
  await insertDraw(tx, open, {
    draw,
    proof,
    people: coded.map(({ code, expert }) => ({ code, person: expert.person })),
  })
  const experts = coded
    .filter(({ code }) => proof.drawn.includes(code))
    .map(({ expert }) => expert.person)
  await record(tx, {
    act: 'draw',
    subject: reviewOf(open),
    as: standing.post,
    cite: standing.cite,
    detail: { draw, seed: proof.seed, candidates: proof.candidatesHash, drawn: [...proof.drawn] },
  })
  return { ...(await assignExperts(tx, { caseId: open.id, experts, draw })), draw }
}

/** The proof of a draw, for anybody: codes and chance, no name and no case. */
export async function viewDraw(tx: ReadTx, id: DrawId): Promise<DrawnLot> {
  permit(tx.actor, 'call.read')
  return (await findDraw(tx, id)) ?? refusal('case.unknown-draw')
}

/**
 * Codes are of this draw alone: two draws tell nobody that the same person was in both. They are random
 * throughout (UUID version 4): an id that holds the time would tell the order of the pool.
 */
function withCodes(experts: readonly Expert[]): (LotEntry & { readonly expert: Expert })[] {
  const groups = new Map<string, string>()
  return experts.map((expert) => {
    const employer = expert.employer ?? expert.person
    const group = groups.get(employer) ?? randomUUID()
    groups.set(employer, group)
    return { code: randomUUID(), group, expert }
  })
}
