import { announce, type Json, type WriteTx } from '../kernel/index.ts'

/**
 * Every event this room announces, each in the transaction of its act. Whoever tells people of them
 * has an answer for each: the outbox does not compile without one.
 */
export type CaseEvent =
  | 'call.opened'
  | 'case.filed'
  | 'case.withdrawn'
  | 'case.accepted'
  | 'case.deemed-accepted'
  | 'case.lapsed'
  | 'case.returned'
  | 'case.transferred'
  | 'case.recommended'
  | 'case.experts-assigned'
  | 'case.sent-back'
  | 'case.objected'
  | 'objection.added'
  | 'objection.asked'
  | 'objection.answered'
  | 'case.reappraised'
  | 'case.decided'
  | 'case.refused'
  | 'case.certified'
  | 'case.migrated'
  | 'case.restored'
  | 'sanction.proposed'
  | 'sanction.served'
  | 'sanction.answered'
  | 'sanction.summoned'
  | 'sanction.dropped'
  | 'case.sanctioned'
  | 'case.revoked'
  | 'sanction.lifted'
  | 'change.reported'
  | 'change.verified'
  | 'change.filed'
  | 'change.settled'
  | 'clock.suspend'
  | 'clock.resume'
  | 'clock.extend'
  | 'notice.published'
  | 'notice.ending'
  | 'notice.closed'

type Payload = { readonly [name: string]: Json } & {
  /** Keys of the offices it is for, where these are not those the case waits for. */
  readonly offices?: readonly string[]
}

/** Announces what happened; true if and only if the act's transaction commits. */
export function tell(
  tx: WriteTx,
  event: { readonly type: CaseEvent; readonly payload: Payload },
): Promise<void> {
  return announce(tx, event)
}
