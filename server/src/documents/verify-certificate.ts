import type { ReadTx } from '../kernel/index.ts'
import type { Verification } from './letter.ts'

export async function verifyCertificate(tx: ReadTx, number: string): Promise<Verification> {
  throw new Error(`not built yet: ${String([tx, number])}`)
}
