import { nextNumber, type ReadTx, record, refusal, type WriteTx } from '../../kernel/index.ts'
import { theDesk } from '../desk.ts'
import {
  endKeys,
  insertKey,
  type SigningKey,
  selectKeys,
  writeKeyRevocation,
} from './keys-store.ts'

/** Every key that ever signed here, newest first: what is published to whoever verifies. */
export function listSigningKeys(tx: ReadTx): Promise<SigningKey[]> {
  return selectKeys(tx)
}

/** The key that signs now; the first certificate of a zone makes the first. */
export async function signingKey(tx: WriteTx): Promise<SigningKey> {
  const found = await findSigningKey(tx)
  if (found) return found
  const made = await rotateSigningKey(tx)
  return made
}

/** The same for those who only read; null before anything was signed. */
export async function findSigningKey(tx: ReadTx): Promise<SigningKey | null> {
  const keys = await selectKeys(tx)
  const current = keys.find((key) => key.validUntil === null && key.revokedAt === null)
  if (current && (await theDesk().keys.holds(current.kid))) return current
  return null
}

/**
 * Rotates: a new key signs from now on, the last one ends. What it signed stays valid, because it
 * stays published with the time it signed in.
 */
export async function rotateSigningKey(tx: WriteTx): Promise<SigningKey> {
  // Holds the series, so that two who rotate at once come one after the other.
  await nextNumber(tx, 'signing-key')
  const made = await theDesk().keys.make()
  await endKeys(tx)
  await insertKey(tx, made)
  await record(tx, {
    act: 'signing-key.make',
    subject: { kind: 'signing-key', id: made.kid },
    detail: { x: made.publicKey.x },
  })
  const key = (await selectKeys(tx)).find(({ kid }) => kid === made.kid)
  if (!key) throw new Error('the key was not kept')
  return key
}

/**
 * Revokes a key that others may hold: nothing it signed counts any more, and the next certificate
 * is signed by a new one. Refuses `documents.key-not-found` for one that is not there or was revoked.
 */
export async function revokeSigningKey(
  tx: WriteTx,
  input: { readonly kid: string; readonly reason: string },
): Promise<void> {
  if (!(await writeKeyRevocation(tx, input))) refusal('documents.key-not-found', { kid: input.kid })
  await record(tx, {
    act: 'signing-key.revoke',
    subject: { kind: 'signing-key', id: input.kid },
    reason: input.reason,
  })
  await rotateSigningKey(tx)
}
