import { X509Certificate } from 'node:crypto'
import { Certificate, ContentInfo, SignedData, TSTInfo } from 'pkijs'
import { bytesOf, digestOf, SHA_256 } from './imprint.ts'

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
      readonly why: 'unreadable' | 'about-another' | 'unsigned' | 'untrusted'
    }

/**
 * Reads a time-stamp token of RFC 3161 about a text: the imprint is the text's SHA-256 and the
 * signature is its signer's. With roots (PEM), the signer's certificate must lead to one of them.
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
  if (!(await isSigned(signed, text))) return { holds: false, why: 'unsigned' }
  if (roots.length > 0 && !(await isTrusted(signed, text, roots)))
    return { holds: false, why: 'untrusted' }
  const nonce = info.nonce ? info.nonce.toBigInt() : null
  return { holds: true, at: info.genTime.toISOString(), by: signerOf(signed), nonce }
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

async function isSigned(signed: SignedData, text: string): Promise<boolean> {
  const data = bytesOf(Buffer.from(text))
  try {
    return await signed.verify({ signer: 0, data })
  } catch {
    return false
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

function signerOf(signed: SignedData): string {
  const first = signed.certificates?.find((one) => one instanceof Certificate)
  if (!first) return ''
  return new X509Certificate(Buffer.from(first.toSchema().toBER())).subject.replaceAll('\n', ', ')
}
