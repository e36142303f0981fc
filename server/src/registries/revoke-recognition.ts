import { record, refusal, sealRows, type WriteTx } from '../kernel/index.ts'
import type { Recognition, RecognitionId } from './recognition.ts'
import { RECOGNITIONS } from './sealed.ts'
import { lockRecognition, writeRevocation } from './standing-store.ts'

export type Revocation = {
  readonly id: RecognitionId
  /** The article that revokes, `第11条`. */
  readonly cite: string
  readonly reason: string
}

/** Ends a recognition today, under an article and with a reason; the entry itself stays. */
export async function revokeRecognition(tx: WriteTx, input: Revocation): Promise<Recognition> {
  const granted = await lockRecognition(tx, input.id)
  if (!granted) return refusal('registries.recognition-not-found')
  if (granted.revokedOn) {
    const { number, revokedOn, revokedCite } = granted
    refusal('registries.recognition-closed', { number, on: revokedOn }, { cite: revokedCite })
  }
  await writeRevocation(tx, input)
  await sealRows(tx, RECOGNITIONS, [granted.id])
  await record(tx, {
    act: 'recognition.revoke',
    subject: { kind: 'party', id: granted.party },
    cite: input.cite,
    reason: input.reason,
    detail: { recognition: granted.id, number: granted.number },
  })
  return { ...granted, revokedOn: tx.today, revokedCite: input.cite, revokedReason: input.reason }
}
