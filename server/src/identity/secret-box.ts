import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Seals what must be read again, such as the secret of a code generator, with a key kept outside the database. */
export type SecretBox = {
  /** AES-256-GCM; `bound` (whose it is) is checked again when it is opened. */
  seal(secret: string, bound: string): string
  /** Throws when the text was altered, is somebody else's, or was sealed with another key. */
  open(sealed: string, bound: string): string
}

const NONCE = 12
const TAG = 16

/** @param key 32 bytes */
export function secretBox(key: Buffer): SecretBox {
  if (key.length !== 32) throw new Error('the key of the secret box has 32 bytes')
  return {
    seal(secret, bound) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound))
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    open(sealed, bound) {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE))
        .setAAD(Buffer.from(bound))
        .setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
      const opened = [decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]
      return Buffer.concat(opened).toString('utf8')
    },
  }
}
