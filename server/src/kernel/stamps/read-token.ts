import { X509Certificate } from 'node:crypto'
import { Certificate, ContentInfo, SignedData, TSTInfo } from 'pkijs'
import { bytesOf, digestOf, SHA_256 } from './imprint.ts'
import { isForTimeStamps, isNamedSigner } from './stamping-certificate.ts'

/** id-ct-TSTInfo. */
const TST_INFO = '1.2.840.113549.1.9.16.1.4'

/** What a token says, once its signature holds; or why it proves nothing. */
export type TokenRead =
  | {
      readonly holds: true
      /** ISO, UTC. */
      readonly at: string
      /** Whoever signed, as its certificate names it. */
      readonly by: string
      readonly nonce: bigint | null
    }
  | {
      readonly holds: false
      readonly why:
        | 'unreadable'
        | 'about-another'
        | 'unsigned'
        | 'no-time-stamper'
        | 'unnamed-signer'
        | 'untrusted'
    }

/**
 * Reads a time-stamp token of RFC 3161 about a text: the imprint is the text's SHA-256 and the
 * signature is its signer's, whose certificate is for time stamps alone and is named by what was
 * signed. With roots (PEM), that certificate must lead to one of them.
 */
export async function readToken(
  token: Uint8Array,
  text: string,
  roots: readonly string[] = [],
): Promise<TokenRead> {
  const parsed = parse(token)
  if (!parsed) return { holds: false, why: 'unreadable' }
  const { signed, info } = parsed
  const { hashAlgorithm, hashedMessage } = info.messageImprint
  const imprint = Buffer.from(hashedMessage.valueBlock.valueHexView)
  if (hashAlgorithm.algorithmId !== SHA_256 || !imprint.equals(digestOf(text)))
    return { holds: false, why: 'about-another' }
  const signer = await signerOf(signed, text)
  if (!signer) return { holds: false, why: 'unsigned' }
  if (!isForTimeStamps(signer)) return { holds: false, why: 'no-time-stamper' }
  if (!isNamedSigner(signed, signer)) return { holds: false, why: 'unnamed-signer' }
  if (roots.length > 0 && !(await isTrusted(signed, text, roots)))
    return { holds: false, why: 'untrusted' }
  const nonce = info.nonce ? info.nonce.toBigInt() : null
  return { holds: true, at: info.genTime.toISOString(), by: nameOf(signer), nonce }
}

function parse(token: Uint8Array): { signed: SignedData; info: TSTInfo } | null {
  try {
    const content = ContentInfo.fromBER(bytesOf(token))
    const signed = new SignedData({ schema: content.content })
    const { eContentType, eContent } = signed.encapContentInfo
    if (eContentType !== TST_INFO || !eContent) return null
    return { signed, info: TSTInfo.fromBER(eContent.getValue()) }
  } catch {
    return null
  }
}

/** The certificate whose key made the signature; null where none of the token's did. */
async function signerOf(signed: SignedData, text: string): Promise<Certificate | null> {
  const data = bytesOf(Buffer.from(text))
  try {
    const verified = await signed.verify({ signer: 0, data, extendedMode: true })
    return (verified.signatureVerified && verified.signerCertificate) || null
  } catch {
    return null
  }
}

async function isTrusted(
  signed: SignedData,
  text: string,
  roots: readonly string[],
): Promise<boolean> {
  const trustedCerts = roots.map((pem) =>
    Certificate.fromBER(bytesOf(new X509Certificate(pem).raw)),
  )
  try {
    const data = bytesOf(Buffer.from(text))
    return await signed.verify({ signer: 0, data, checkChain: true, trustedCerts })
  } catch {
    return false
  }
}

function nameOf(signer: Certificate): string {
  const certificate = new X509Certificate(Buffer.from(signer.toSchema().toBER()))
  return certificate.subject.replaceAll('\n', ', ')
}
