import { record, refusal, sealRows, type WriteTx } from '../kernel/index.ts'
import { CERTIFICATES, eraseRevocation } from './certificate-store.ts'
import type { RevokeInput } from './letter.ts'

/**
 * Lets a revoked certificate stand again from today, under an article; both entries stay on the
 * record. Refuses `documents.certificate-not-found` for one that was not revoked.
 */
export async function restoreCertificate(tx: WriteTx, input: RevokeInput): Promise<void> {
  const { number, cite, reason } = input
  if (!(await eraseRevocation(tx, number))) refusal('documents.certificate-not-found', { number })
  await sealRows(tx, CERTIFICATES, [number])
  const subject = { kind: 'certificate', id: number }
  await record(tx, { act: 'certificate.restore', subject, cite, reason })
}
