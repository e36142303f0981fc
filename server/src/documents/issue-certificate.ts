import type { WriteTx } from '../kernel/index.ts'
import type { Certificate, NewCertificate } from './letter.ts'

export async function issueCertificate(tx: WriteTx, input: NewCertificate): Promise<Certificate> {
  throw new Error(`not built yet: ${String([tx, input])}`)
}
