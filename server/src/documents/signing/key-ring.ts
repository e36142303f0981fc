import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'

/** An Ed25519 public key as RFC 8037 writes it. */
export type PublicKey = { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string }

export type NewKey = { readonly kid: string; readonly publicKey: PublicKey }

/** What is signed: the header's own words and the statement as JSON. */
export type ToSign = {
  readonly kid: string
  readonly header: { readonly typ: string; readonly cty?: string; readonly jwk?: PublicKey }
  readonly statement: object
}

/** Private keys, one file each, readable by the product's own account alone. */
export interface KeyRing {
  make(): Promise<NewKey>
  holds(kid: string): Promise<boolean>
  /** A compact JWS (RFC 7515) with Ed25519 (RFC 8037). @throws when the ring lacks the key */
  sign(order: ToSign): Promise<string>
}

export function openKeyRing(directory: string): KeyRing {
  const held = new Map<string, JWK>()
  const find = async (kid: string) => {
    const known = held.get(kid) ?? (await readKey(pathOf(directory, kid)))
    if (known) held.set(kid, known)
    return known
  }
  return {
    holds: async (kid) => (await find(kid)) !== null,
    async make() {
      const { privateKey, publicKey } = await generateKeyPair('Ed25519', { extractable: true })
      const { x = '' } = await exportJWK(publicKey)
      const shown: PublicKey = { kty: 'OKP', crv: 'Ed25519', x }
      const kid = await kidOf(shown)
      await writeKey(directory, kid, await exportJWK(privateKey))
      return { kid, publicKey: shown }
    },
    async sign({ kid, header, statement }) {
      const key = await find(kid)
      if (!key) throw new Error(`the key ring has no key ${kid}`)
      return new CompactSign(new TextEncoder().encode(JSON.stringify(statement)))
        .setProtectedHeader({ alg: 'EdDSA', kid, ...header })
        .sign(key)
    },
  }
}

/** The first 16 characters of the key's thumbprint (RFC 7638): 96 bits name it and show a false one. */
export async function kidOf(key: PublicKey): Promise<string> {
  return (await calculateJwkThumbprint({ ...key })).slice(0, 16)
}

function pathOf(directory: string, kid: string): string {
  if (!/^[\w-]{16}$/.test(kid)) throw new Error('a key is named by its thumbprint')
  return join(directory, `${kid}.jwk`)
}

async function readKey(path: string): Promise<JWK | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as JWK
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Whole or not at all: a key half written would sign nothing and lose what it signed. */
async function writeKey(directory: string, kid: string, key: JWK): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const path = pathOf(directory, kid)
  await writeFile(`${path}.new`, JSON.stringify(key), { mode: 0o600, flag: 'wx', flush: true })
  await rename(`${path}.new`, path)
}
