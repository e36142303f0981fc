import type { Instant, Words } from '../../kernel/index.ts'
import type { PublicKey } from './key-ring.ts'

/** What the credential says, as the certificate's page does. */
export type Stated = {
  readonly number: string
  readonly holder: string
  readonly creditCode: string | null
  readonly title: Words
  readonly measure: Words
  readonly cite: string
  readonly issuedOn: string
  readonly issuedBy: Words
  /** sha-256 of the canonical JSON of what the certificate says. */
  readonly hash: string
}

export type Signing = {
  /** `https://banfa.example` */
  readonly origin: string
  readonly status: { readonly year: number; readonly index: number }
  readonly at: Instant
}

export const issuerOf = (origin: string) => `${origin}/.well-known/banfa-issuer.json`
export const statusListOf = (origin: string, year: number) =>
  `${origin}/api/certificates/status/${year}`

/**
 * The certificate as a Verifiable Credential (W3C VCDM 2.0), to be secured as a JWS (W3C VC-JOSE-COSE):
 * holder, title and article, where it is revoked (Bitstring Status List 1.0), and the digest of the
 * file it lies in.
 */
export function credentialOf(said: Stated, { origin, status, at }: Signing) {
  const list = statusListOf(origin, status.year)
  return (digest: string) => ({
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://www.w3.org/ns/credentials/undefined-terms/v2',
    ],
    id: `${origin}/verify/${encodeURIComponent(said.number)}`,
    type: ['VerifiableCredential', 'RecognitionCertificate'],
    issuer: { id: issuerOf(origin), name: worded(said.issuedBy) },
    validFrom: at,
    name: worded(said.title),
    credentialSubject: {
      name: said.holder,
      ...(said.creditCode && { unifiedSocialCreditCode: said.creditCode }),
      certificateNumber: said.number,
      recognition: worded(said.title),
      measure: worded(said.measure),
      article: said.cite,
      issuedOn: said.issuedOn,
      statementHash: said.hash,
    },
    credentialStatus: {
      id: `${list}#${status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(status.index),
      statusListCredential: list,
    },
    evidence: [{ type: 'SealedFile', digestAlgorithm: 'sha-256', digest }],
  })
}

export type Credential = ReturnType<ReturnType<typeof credentialOf>>

/**
 * The short statement in the QR, for a certificate on paper: number, holder, title, code and day,
 * signed by the same key. Short names keep the code coarse enough for a phone.
 */
export function paperStatement(said: Stated, at: Instant) {
  const holder = Array.from(said.holder).slice(0, 60).join('')
  return {
    n: said.number,
    h: holder,
    t: said.title.zh,
    ...(said.creditCode && { c: said.creditCode }),
    d: said.issuedOn,
    a: at,
    x: said.hash.slice(0, 32),
  }
}

/** A status list as a credential: one bit a certificate of the year, set when it is revoked. */
export function statusListCredential(
  of: { readonly origin: string; readonly year: number; readonly at: Instant },
  encodedList: string,
) {
  const id = statusListOf(of.origin, of.year)
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerOf(of.origin),
    validFrom: of.at,
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList,
    },
  }
}

/** Keys as a controlled identifier document (W3C CID 1.0), which is where verifiers look them up. */
export type IssuerKey = {
  readonly id: string
  readonly type: 'JsonWebKey'
  readonly controller: string
  readonly publicKeyJwk: PublicKey & { readonly kid: string; readonly alg: 'EdDSA' }
  readonly validFrom: Instant
  readonly expires?: Instant
  readonly revoked?: Instant
}

function worded({ zh, en }: Words) {
  return [
    { '@value': zh, '@language': 'zh-CN' },
    { '@value': en, '@language': 'en' },
  ]
}
