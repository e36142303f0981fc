import { createHash } from 'node:crypto'

/** id-sha256. */
export const SHA_256 = '2.16.840.1.101.3.4.2.1'

export const digestOf = (text: string): Uint8Array => createHash('sha256').update(text).digest()

/** The bytes alone, without the pool a Buffer may lie in. */
export function bytesOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
