import { acts, type CaseId, sanctions } from '../../src/cases/index.ts'
import type { PersonActor, WriteTx } from '../../src/kernel/index.ts'
import type { openCaseOffice } from '../case-office.ts'
import type { ByCaseId, Milestone } from '../case-workflow.ts'

const REASON = '经核实，与申报内容不一致，依规定办理。'

/** A milestone on the way, or an end beside it. */
export type Reached = Milestone | 'returned' | 'withdrawn' | 'refused' | 'revoked'

type At = Pick<
  Awaited<ReturnType<typeof openCaseOffice>>,
  'zone' | 'city' | 'signer' | 'district'
> & {
  readonly applicant: PersonActor
  readonly steps: ByCaseId
}

/** Whether the window of a public notice lies behind it. */
export const isPastNotice = (reached: Reached) =>
  ['proposed', 'decided', 'certified', 'revoked'].includes(reached)

/**
 * A case brought to where the walk wants it, by the right people.
 * @param published one that is on its notice, where it has been brought so far already
 */
export async function aCaseThatReached(
  reached: Reached,
  at: At,
  published?: CaseId,
): Promise<CaseId> {
  const to = reached === 'revoked' ? 'certified' : reached
  const end = ENDS[to]
  const milestone = end ? end.after : (to as Milestone)
  const caseId = published ?? (await at.steps.aCaseAt(milestone))
  if (published) await at.steps.advance(caseId, 'publicised', milestone)
  if (end) await at.zone.writing(end.by(at), (tx) => end.act(tx, caseId))
  if (reached === 'revoked') await revoke(at, caseId)
  return caseId
}

type End = {
  readonly after: Milestone
  by(at: At): PersonActor
  act(tx: WriteTx, caseId: CaseId): Promise<unknown>
}

const ENDS: Partial<Record<Reached, End>> = {
  returned: {
    after: 'filed',
    by: (at) => at.district,
    act: (tx, caseId) => acts.return(tx, { caseId, remarks: REASON }),
  },
  withdrawn: {
    after: 'filed',
    by: (at) => at.applicant,
    act: (tx, caseId) => acts.withdraw(tx, { caseId, reason: REASON }),
  },
  refused: {
    after: 'reviewed',
    by: (at) => at.signer,
    act: (tx, caseId) => acts.refuse(tx, { caseId, reason: REASON, cite: '第1条' }),
  },
}

/** 取消认定: proposed, opened by the party, answered without a hearing, decided by another than who proposed it. */
async function revoke({ zone, city, signer, applicant }: At, caseId: CaseId): Promise<void> {
  const sanctionId = await zone.writing(city, (tx) =>
    sanctions.propose(tx, { caseId, sanction: 'fraud', grounds: REASON, foundOn: tx.today }),
  )
  const of = { caseId, sanctionId }
  await zone.writing(applicant, (tx) => sanctions.acknowledge(tx, of))
  await zone.writing(applicant, (tx) =>
    sanctions.answer(tx, { ...of, statement: REASON, hearing: false, waives: true }),
  )
  await zone.writing(signer, (tx) => sanctions.decide(tx, { ...of, impose: true, reason: REASON }))
}
