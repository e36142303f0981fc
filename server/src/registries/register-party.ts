import type { WriteTx } from '../kernel/index.ts'
import type { NewParty, Party } from './party.ts'

export async function registerParty(tx: WriteTx, input: NewParty): Promise<Party> {
  throw new Error(`not built yet: ${String([tx, input])}`)
}
