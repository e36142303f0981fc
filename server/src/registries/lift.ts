import { record, refusal, sealRows, type WriteTx } from '../kernel/index.ts'
import type { Recognition, RecognitionId } from './recognition.ts'
import { eraseRevocation, writeBarLifted, writeRepaymentLifted } from './repayment-store.ts'
import { BARS, RECOGNITIONS } from './sealed.ts'
import { lockRecognition } from './standing-store.ts'

/** What is taken back, under which article and why. */
export type Lifting = { readonly id: string; readonly cite: string; readonly reason: string }

/** Ends a bar today; from now on it keeps nobody from applying. Refuses `registries.nothing-to-lift`. */
export async function liftBar(tx: WriteTx, { id, cite, reason }: Lifting): Promise<void> {
  const party = await writeBarLifted(tx, id, { cite, reason })
  if (!party) return refusal('registries.nothing-to-lift')
  await sealRows(tx, BARS, [id])
  const subject = { kind: 'party', id: party }
  await record(tx, { act: 'bar.lift', subject, cite, reason, detail: { bar: id } })
}

/** Takes back a demand to repay. Refuses `registries.nothing-to-lift`. */
export async function liftRepayment(tx: WriteTx, { id, cite, reason }: Lifting): Promise<void> {
  const party = await writeRepaymentLifted(tx, id, { cite, reason })
  if (!party) return refusal('registries.nothing-to-lift')
  const subject = { kind: 'party', id: party }
  await record(tx, { act: 'repayment.lift', subject, cite, reason, detail: { repayment: id } })
}

/** Lets a revoked recognition stand again, with the days it was granted for; the record keeps both. */
export async function restoreRecognition(
  tx: WriteTx,
  { id, cite, reason }: Lifting & { readonly id: RecognitionId },
): Promise<Recognition> {
  const granted = await lockRecognition(tx, id)
  if (!granted) return refusal('registries.recognition-not-found')
  if (!(await eraseRevocation(tx, id))) refusal('registries.nothing-to-lift')
  await sealRows(tx, RECOGNITIONS, [id])
  await record(tx, {
    act: 'recognition.restore',
    subject: { kind: 'party', id: granted.party },
    cite,
    reason,
    detail: { recognition: id, number: granted.number },
  })
  return { ...granted, revokedOn: null, revokedCite: null, revokedReason: null }
}
