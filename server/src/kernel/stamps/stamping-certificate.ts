import { createHash } from 'node:crypto'
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import type { Certificate, SignedData } from 'pkijs'

/** id-ce-extKeyUsage and id-kp-timeStamping. */
const EXTENDED_KEY_USAGE = '2.5.29.37'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'

/** id-aa-signingCertificate (SHA-1, RFC 2634) and id-aa-signingCertificateV2 (RFC 5035). */
const NAMES_SIGNER = '1.2.840.113549.1.9.16.2.12'
const NAMES_SIGNER_V2 = '1.2.840.113549.1.9.16.2.47'

const HASHES: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/**
 * Whether a certificate is for time stamps and nothing else: one extended key usage, critical, and
 * `timeStamping` is all it says (RFC 3161 §2.3).
 */
export function isForTimeStamps({ extensions = [] }: Certificate): boolean {
  const usages = extensions.filter(({ extnID }) => extnID === EXTENDED_KEY_USAGE)
  const [usage] = usages
  const purposes: unknown = usage?.parsedValue?.keyPurposes
  if (usages.length !== 1 || !usage?.critical || !Array.isArray(purposes)) return false
  return purposes.length === 1 && purposes[0] === TIME_STAMPING
}

/**
 * Whether what was signed names this very certificate by its hash, as every token must (RFC 3161
 * §2.4.2, RFC 5816), so that no other certificate of the same key can stand in for it.
 */
export function isNamedSigner(signed: SignedData, signer: Certificate): boolean {
  const attributes = signed.signerInfos[0]?.signedAttrs?.attributes ?? []
  const names = attributes.filter(({ type }) => type === NAMES_SIGNER || type === NAMES_SIGNER_V2)
  const der = Buffer.from(signer.toSchema().toBER())
  return (
    names.length > 0 &&
    names.every(({ type, values }) => {
      const named = firstNamed(values[0], type === NAMES_SIGNER ? 'sha1' : 'sha256')
      return named !== null && createHash(named.by).update(der).digest().equals(named.hash)
    })
  )
}

/** The first ESSCertID: `certs` is the first member, its first entry the signer's. */
function firstNamed(value: unknown, usual: string): { by: string; hash: Buffer } | null {
  const [first, second] = membersOf(membersOf(membersOf(value)[0])[0])
  if (first instanceof OctetString) return { by: usual, hash: bytesIn(first) }
  const [algorithm] = membersOf(first)
  const by = algorithm instanceof ObjectIdentifier && HASHES[algorithm.valueBlock.toString()]
  return by && second instanceof OctetString ? { by, hash: bytesIn(second) } : null
}

function membersOf(value: unknown): readonly unknown[] {
  return value instanceof Sequence ? value.valueBlock.value : []
}

const bytesIn = (octets: OctetString): Buffer => Buffer.from(octets.valueBlock.valueHexView)
