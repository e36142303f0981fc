import type { ReadTx } from '../../kernel/index.ts'
import { theDesk } from '../desk.ts'
import { type IssuerKey, issuerOf } from './credential.ts'
import { type SigningKey, selectKeys } from './keys-store.ts'

/** A controlled identifier document (W3C CID 1.0): the keys that sign here, and those that did. */
export type Issuer = {
  readonly '@context': string
  readonly id: string
  readonly verificationMethod: readonly IssuerKey[]
  readonly assertionMethod: readonly string[]
}

/**
 * The published keys with their time, for `/.well-known/banfa-issuer.json`. Whoever keeps a copy
 * verifies without asking again.
 */
export async function readIssuer(tx: ReadTx): Promise<Issuer> {
  const id = issuerOf(siteAddress())
  const keys = (await selectKeys(tx)).map((key) => published(id, key))
  return {
    '@context': 'https://www.w3.org/ns/cid/v1',
    id,
    verificationMethod: keys,
    assertionMethod: keys.map((key) => key.id),
  }
}

export function siteAddress(): string {
  return new URL(theDesk().config.verifyAt).origin
}

function published(controller: string, key: SigningKey): IssuerKey {
  const { kid, publicKey, validFrom, validUntil, revokedAt } = key
  return {
    id: `${controller}#${kid}`,
    type: 'JsonWebKey',
    controller,
    publicKeyJwk: { ...publicKey, kid, alg: 'EdDSA' },
    validFrom,
    ...(validUntil && { expires: validUntil }),
    ...(revokedAt && { revoked: revokedAt }),
  }
}
