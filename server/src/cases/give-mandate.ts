import { type MandateId, rightsDesk } from '../identity/index.ts'
import { type Day, type OfficeId, refusal, type WriteTx } from '../kernel/index.ts'
import { programInForce } from '../rulebook/index.ts'
import { officeById } from './office-by-id.ts'

export type MandateInput = {
  readonly number: string
  readonly pack: string
  readonly delegation: string
  readonly fromOffice: OfficeId
  readonly toOffice: OfficeId
  readonly acts: readonly string[]
  readonly districts: readonly string[]
  readonly from: Day
  readonly until: Day
}

/**
 * Keeps a written delegation 委托书 within what the measure in force delegates (第3条、第4条): its
 * offices, and no act that the article does not name. Refuses `case.not-in-force`,
 * `case.delegation-unknown`, `case.delegation-offices`, `case.delegation-acts`.
 */
export async function giveMandate(tx: WriteTx, input: MandateInput): Promise<MandateId> {
  const program = await programInForce(tx, input.pack, input.from)
  if (!program) return refusal('case.not-in-force', { on: input.from }, { field: 'from' })
  const known = program.delegations.find(({ name }) => name === input.delegation)
  if (!known) return refusal('case.delegation-unknown', {}, { field: 'delegation' })
  const { cite } = known
  const giver = await officeById(tx, input.fromOffice)
  const taker = await officeById(tx, input.toOffice)
  if (giver?.key !== known.from || taker?.key !== known.to) {
    return refusal('case.delegation-offices', {}, { cite, field: 'toOffice' })
  }
  const beyond = input.acts.filter((act) => !known.may.includes(act))
  if (beyond.length > 0) refusal('case.delegation-acts', { acts: beyond }, { cite, field: 'acts' })
  return rightsDesk.giveMandate(tx, { ...input, cite })
}
