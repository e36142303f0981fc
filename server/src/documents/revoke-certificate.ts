import type { WriteTx } from '../kernel/index.ts'
import type { RevokeInput } from './letter.ts'

export async function revokeCertificate(tx: WriteTx, input: RevokeInput): Promise<void> {
  throw new Error(`not built yet: ${String([tx, input])}`)
}
