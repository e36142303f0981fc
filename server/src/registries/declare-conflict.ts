import { type PartyId, type PersonId, record, refusal, type WriteTx } from '../kernel/index.ts'
import { insertConflict } from './expert-store.ts'

export type NewConflict = {
  readonly expert: PersonId
  readonly party: PartyId
  readonly reason: string
}

/** An expert says that they must not judge a party (回避). Declared once, it stays. */
export async function declareConflict(tx: WriteTx, input: NewConflict): Promise<void> {
  const reason = input.reason.trim()
  if (reason === '') refusal('registries.reasonless-conflict', {}, { field: 'reason' })
  if (!(await insertConflict(tx, { ...input, reason }))) return
  await record(tx, {
    act: 'expert.declare-conflict',
    subject: { kind: 'expert', id: input.expert },
    reason,
    detail: { party: input.party },
  })
}
