import { record, refusal, sealRows, type WriteTx } from '../kernel/index.ts'
import { CERTIFICATES, findCertificate, writeRevocation } from './certificate-store.ts'
import type { RevokeInput } from './letter.ts'

/** Revokes a certificate today, under an article; whoever asks about its number learns both. */
export async function revokeCertificate(tx: WriteTx, input: RevokeInput): Promise<void> {
  if (!(await writeRevocation(tx, input))) return refuse(tx, input.number)
  await sealRows(tx, CERTIFICATES, [input.number])
  await record(tx, {
    act: 'certificate.revoke',
    subject: { kind: 'certificate', id: input.number },
    cite: input.cite,
    reason: input.reason,
  })
}

async function refuse(tx: WriteTx, number: string): Promise<never> {
  const there = await findCertificate(tx, number)
  if (there?.answer === 'revoked') {
    return refusal(
      'documents.certificate-closed',
      { number, on: there.revokedOn },
      { cite: there.revokedCite },
    )
  }
  return refusal('documents.certificate-not-found', { number })
}
