import { mayAct, permit } from '../identity/index.ts'
import { type Actor, type Post, type ReadTx, refusal, type WriteTx } from '../kernel/index.ts'
import type { Consultation, ConsultationId } from './consultation.ts'
import { lockConsultation } from './consultation-store.ts'

type HoldingRight = 'consultation.hold' | 'consultation.publish'
type Held = Pick<Consultation, 'officeId'>

/** The post in the office whose consultation it is; refuses `identity.forbidden` to every other. */
export function holdOf(tx: ReadTx, of: Held, right: HoldingRight = 'consultation.hold'): Post {
  const post = permit(tx.actor, right, { holder: of.officeId })
  return post ?? refusal('identity.forbidden', { right })
}

export function holds({ actor }: ReadTx, { officeId: holder }: Held): boolean {
  return mayAct(actor, 'consultation.hold', { holder })
}

/** Refuses whoever may hold none, before they learn which there are. */
export function refuseStranger(actor: Actor, right: HoldingRight = 'consultation.hold'): void {
  const posts = actor.kind === 'person' ? actor.posts : []
  if (!posts.some(({ office }) => mayAct(actor, right, { holder: office }))) permit(actor, right)
}

/** A consultation of one's own office, locked, and the post one holds it by. */
export async function lockHeld(
  tx: WriteTx,
  id: ConsultationId,
  right: HoldingRight = 'consultation.hold',
): Promise<{ readonly of: Consultation; readonly as: Post }> {
  refuseStranger(tx.actor, right)
  const of = await lockConsultation(tx, id)
  return { of, as: holdOf(tx, of, right) }
}

/** The same while it may still be changed; refuses `consultation.published` afterwards. */
export async function lockPrepared(
  tx: WriteTx,
  id: ConsultationId,
  right: HoldingRight = 'consultation.hold',
): Promise<{ readonly of: Consultation; readonly as: Post }> {
  const held = await lockHeld(tx, id, right)
  if (held.of.publishedOn !== null) refusal('consultation.published', { on: held.of.publishedOn })
  return held
}
