import { base64url, compactVerify, decodeProtectedHeader } from 'jose'

/** A published key as `/.well-known/banfa-issuer.json` has it. */
export type PublishedKey = {
  readonly validFrom: string
  readonly expires?: string
  readonly revoked?: string
  readonly publicKeyJwk: {
    readonly kty: string
    readonly crv: string
    readonly x: string
    readonly kid: string
  }
}

/** What the signed statement certifies. */
export type Certified = {
  readonly number: string
  readonly holder: string
  readonly title: string
  readonly issuedOn: string
  readonly creditCode: string | null
}

export type SealVerdict =
  | { readonly answer: 'unsigned' | 'altered' | 'unknown-key' }
  | { readonly answer: 'genuine' | 'key-ended' | 'key-revoked'; readonly says: Certified }

const MARK = '%banfa-credential\n'

/**
 * Checks a certificate's file in this browser; nothing is sent anywhere. The digest is over every
 * byte with the token itself read as spaces (docs/certificates.md).
 */
export async function verifyFile(
  file: Uint8Array,
  keys: readonly PublishedKey[],
): Promise<SealVerdict> {
  const found = tokenIn(file)
  if (!found) return { answer: 'unsigned' }
  const around = file.slice()
  around.fill(0x20, found.from, found.until)
  const digest = hex(await crypto.subtle.digest('SHA-256', around))
  return verifyToken(found.token, keys, (statement) =>
    statement.evidence?.[0]?.digest === digest ? certifiedIn(statement) : null,
  )
}

/** Checks the short statement of a QR: the same key, the same words, without the file. */
export function verifyPaper(token: string, keys: readonly PublishedKey[]): Promise<SealVerdict> {
  return verifyToken(token, keys, ({ n, h, t, d, c }) =>
    n && h && t && d
      ? { number: n, holder: h, title: t, issuedOn: d, creditCode: c ?? null }
      : null,
  )
}

type Statement = {
  readonly validFrom?: string
  readonly evidence?: readonly { readonly digest: string }[]
  readonly credentialSubject?: {
    readonly name: string
    readonly certificateNumber: string
    readonly issuedOn: string
    readonly unifiedSocialCreditCode?: string
    readonly recognition: readonly { readonly '@value': string }[]
  }
} & { readonly [short in 'n' | 'h' | 't' | 'd' | 'c' | 'a']?: string }

async function verifyToken(
  token: string,
  keys: readonly PublishedKey[],
  read: (statement: Statement) => Certified | null,
): Promise<SealVerdict> {
  const key = keys.find(({ publicKeyJwk }) => publicKeyJwk.kid === kidIn(token))
  if (!key) return { answer: kidIn(token) ? 'unknown-key' : 'altered' }
  const statement = await statementIn(token, key)
  const says = statement && read(statement)
  if (!statement || !says) return { answer: 'altered' }
  if (key.revoked) return { answer: 'key-revoked', says }
  const at = statement.validFrom ?? statement.a ?? ''
  const inTime = at >= key.validFrom && (!key.expires || at <= key.expires)
  return { answer: inTime ? 'genuine' : 'key-ended', says }
}

async function statementIn(
  token: string,
  { publicKeyJwk }: PublishedKey,
): Promise<Statement | null> {
  try {
    // Base64 has several spellings of one ending; only the one that is written counts.
    if (token.split('.').some((part) => base64url.encode(base64url.decode(part)) !== part))
      return null
    const { kty, crv, x } = publicKeyJwk
    const { payload } = await compactVerify(token, { kty, crv, x }, { algorithms: ['EdDSA'] })
    return JSON.parse(new TextDecoder().decode(payload)) as Statement
  } catch {
    return null
  }
}

function certifiedIn({ credentialSubject: of }: Statement): Certified | null {
  if (!of) return null
  return {
    number: of.certificateNumber,
    holder: of.name,
    title: of.recognition[0]?.['@value'] ?? '',
    issuedOn: of.issuedOn,
    creditCode: of.unifiedSocialCreditCode ?? null,
  }
}

function kidIn(token: string): string | null {
  try {
    return decodeProtectedHeader(token).kid ?? null
  } catch {
    return null
  }
}

function tokenIn(file: Uint8Array) {
  const text = new TextDecoder('latin1').decode(file)
  const mark = text.lastIndexOf(MARK)
  const opens = mark < 0 ? -1 : text.indexOf('stream\n', mark)
  const from = opens + 'stream\n'.length
  const until = opens < 0 ? -1 : text.indexOf('\nendstream', from)
  const token = until < 0 ? '' : text.slice(from, until)
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token) ? { token, from, until } : null
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
