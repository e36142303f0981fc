import { compactVerify, decodeProtectedHeader, type JWK } from 'jose'
import type { Credential, IssuerKey } from './credential.ts'
import { kidOf, type PublicKey } from './key-ring.ts'
import { unsealFile } from './seal-file.ts'

/** What a file says of itself, before anybody asks whether it was revoked meanwhile. */
export type FileVerdict =
  /** No statement in it: not one of ours, or printed and scanned. */
  | { readonly answer: 'unsigned' }
  /** A byte of the file, or of the statement, is not what was signed. */
  | { readonly answer: 'altered' }
  | (Signed & {
      /**
       * genuine: whole, and signed in its time by a published key. unknown-key: whole, but the keys
       * given do not name who signed. key-ended: signed outside the time of its key. key-revoked:
       * that key counts no more.
       */
      readonly answer: 'genuine' | 'unknown-key' | 'key-ended' | 'key-revoked'
    })

type Signed = { readonly kid: string; readonly credential: Credential }

/**
 * Checks a certificate's file against published keys, with nothing but the file and the keys: every
 * byte against the digest, the digest against the signature, the signature against its key's time.
 */
export async function verifyFile(file: Buffer, keys: readonly IssuerKey[]): Promise<FileVerdict> {
  const found = unsealFile(file)
  if (!found) return { answer: 'unsigned' }
  const kid = kidIn(found.token)
  const known = keys.find((key) => key.publicKeyJwk.kid === kid)
  const key = known?.publicKeyJwk ?? (await keyIn(found.token, kid))
  const credential = key && (await statementIn(found.token, key))
  if (!kid || !credential || credential.evidence[0]?.digest !== found.digest) {
    return { answer: 'altered' }
  }
  return { answer: known ? standing(known, credential) : 'unknown-key', kid, credential }
}

function standing(key: IssuerKey, { validFrom: at }: Credential) {
  if (key.revoked) return 'key-revoked'
  const inTime = at >= key.validFrom && (key.expires === undefined || at <= key.expires)
  return inTime ? 'genuine' : 'key-ended'
}

function kidIn(token: string): string | null {
  try {
    return decodeProtectedHeader(token).kid ?? null
  } catch {
    return null
  }
}

/** The key a token carries along, believed only for telling whether the file is whole. */
async function keyIn(token: string, kid: string | null): Promise<PublicKey | null> {
  try {
    const jwk = decodeProtectedHeader(token).jwk as PublicKey | undefined
    return jwk?.crv === 'Ed25519' && (await kidOf(jwk)) === kid ? jwk : null
  } catch {
    // A header that was tampered with need not be a header at all.
    return null
  }
}

async function statementIn(token: string, key: PublicKey): Promise<Credential | null> {
  // Base64 has several spellings of one ending; only the one we write counts.
  if (token.split('.').some((part) => respelled(part) !== part)) return null
  const { kty, crv, x } = key
  const jwk: JWK = { kty, crv, x }
  try {
    const { payload } = await compactVerify(token, jwk, { algorithms: ['EdDSA'] })
    return JSON.parse(new TextDecoder().decode(payload)) as Credential
  } catch {
    return null
  }
}

const respelled = (part: string) => Buffer.from(part, 'base64url').toString('base64url')
