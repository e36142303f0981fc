import { newId, record, refusal, sealRows, type WriteTx } from '../kernel/index.ts'
import type { NewRecognition, Recognition, RecognitionId } from './recognition.ts'
import { RECOGNITIONS } from './sealed.ts'
import { insertRecognition } from './standing-store.ts'

/** Enters a recognition on its day, under the number of its certificate. */
export async function grantRecognition(tx: WriteTx, input: NewRecognition): Promise<Recognition> {
  const granted: Recognition = {
    validUntil: null,
    againFrom: null,
    ...input,
    id: newId<RecognitionId>(),
    grantedOn: tx.today,
    revokedOn: null,
    revokedCite: null,
    revokedReason: null,
  }
  if (!(await insertRecognition(tx, granted))) {
    refusal('registries.number-already', { number: input.number })
  }
  await sealRows(tx, RECOGNITIONS, [granted.id])
  await record(tx, {
    act: 'recognition.grant',
    subject: { kind: 'party', id: input.party },
    cite: input.cite,
    detail: {
      recognition: granted.id,
      number: input.number,
      service: input.service,
      ...(granted.validUntil && { validUntil: granted.validUntil }),
    },
  })
  return granted
}
