import { randomBytes } from 'node:crypto'
import { fromBER, Integer, OctetString, Sequence } from 'asn1js'
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp } from 'pkijs'
import { bytesOf, digestOf, SHA_256 } from './imprint.ts'
import { readToken } from './read-token.ts'

const MOST_BYTES = 64 * 1024

/** What a time-stamping authority answered with. */
export type Stamp = {
  /** DER of the token, as `openssl ts` reads it. */
  readonly token: Uint8Array
  /** The authority's time, ISO in UTC. */
  readonly at: string
}

/**
 * Asks an authority (RFC 3161, over HTTP) to say that the text existed by now. Only its SHA-256
 * leaves the house. Throws with what the authority said when it does not grant, and when its answer
 * is about something else.
 */
export async function obtainStamp(authority: string, text: string): Promise<Stamp> {
  const nonce = freshNonce()
  const answer = await fetch(authority, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: new Uint8Array(queryFor(text, nonce)),
    signal: AbortSignal.timeout(20_000),
    redirect: 'error',
  })
  if (!answer.ok) throw new Error(`${authority}: HTTP ${answer.status}`)
  const body = await answer.arrayBuffer()
  if (body.byteLength > MOST_BYTES)
    throw new Error(`${authority}: an answer of ${body.byteLength} bytes`)
  const { status } = TimeStampResp.fromBER(body)
  const token = tokenIn(body)
  if (!token) throw new Error(`${authority}: not granted, status ${status.status}`)
  const read = await readToken(token, text)
  if (!read.holds) throw new Error(`${authority}: ${read.why}`)
  if (!sameNumber(read.nonce, nonce))
    throw new Error(`${authority}: the answer to another question`)
  return { token, at: read.at }
}

function queryFor(text: string, nonce: Uint8Array): ArrayBuffer {
  const hashedMessage = new OctetString({ valueHex: bytesOf(digestOf(text)) })
  const hashAlgorithm = new AlgorithmIdentifier({ algorithmId: SHA_256 })
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({ hashAlgorithm, hashedMessage }),
    nonce: new Integer({ valueHex: bytesOf(nonce) }),
    certReq: true,
  })
  return request.toSchema().toBER()
}

/** Eight bytes that DER writes as they are: above 0, and without a 0 in front. */
function freshNonce(): Uint8Array {
  const [first = 0, ...rest] = randomBytes(8)
  return new Uint8Array([(first & 0x7f) | 0x40, ...rest])
}

/** The token's own bytes: what was signed is never written anew. */
function tokenIn(answer: ArrayBuffer): Uint8Array | null {
  const { result } = fromBER(answer)
  const token = result instanceof Sequence ? result.valueBlock.value[1] : undefined
  return token ? new Uint8Array(token.valueBeforeDecodeView) : null
}

function sameNumber(given: bigint | null, nonce: Uint8Array): boolean {
  return given === BigInt(`0x${Buffer.from(nonce).toString('hex')}`)
}
