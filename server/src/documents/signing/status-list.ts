import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type ReadTx, refusal } from '../../kernel/index.ts'
import { selectRevokedIndexes } from '../certificate-store.ts'
import { theDesk } from '../desk.ts'
import { statusListCredential } from './credential.ts'
import { siteAddress } from './issuer.ts'
import { findSigningKey } from './keys.ts'

/** As long as the standard asks, so that one bit tells nothing by the list's length. */
const BITS = 131_072

/**
 * The signed list of a year's revoked certificates (W3C Bitstring Status List 1.0), as a compact
 * JWS. Refuses `documents.status-list-not-found` before anything was signed.
 */
export async function readStatusList(tx: ReadTx, year: number): Promise<string> {
  const key = await findSigningKey(tx)
  if (!key) return refusal('documents.status-list-not-found', { year })
  const bits = Buffer.alloc(BITS / 8)
  // Index 0 is the leftmost bit.
  for (const index of await selectRevokedIndexes(tx, year)) {
    bits.writeUInt8(bits.readUInt8(index >> 3) | (0x80 >> (index & 7)), index >> 3)
  }
  const encoded = `u${(await promisify(gzip)(bits)).toString('base64url')}`
  const of = { origin: siteAddress(), year, at: tx.now }
  const { keys } = theDesk()
  return keys.sign({
    kid: key.kid,
    header: { typ: 'vc+jwt', cty: 'vc' },
    statement: statusListCredential(of, encoded),
  })
}
