import type { ReadTx } from '../kernel/index.ts'
import type { Party } from './party.ts'

export async function findPartyByCode(tx: ReadTx, code: string): Promise<Party | null> {
  throw new Error(`not built yet: ${String([tx, code])}`)
}
