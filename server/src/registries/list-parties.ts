import type { PartyId, ReadTx } from '../kernel/index.ts'
import type { Party } from './party.ts'

/** Those of the parties that may be seen, in one statement. */
export async function listParties(tx: ReadTx, ids: readonly PartyId[]): Promise<Party[]> {
  throw new Error(`not built yet: ${String([tx, ids])}`)
}
