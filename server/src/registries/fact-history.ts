import type { PartyId, ReadTx } from '../kernel/index.ts'
import type { FactEntry, FactSubject } from './fact.ts'

export async function factHistory(
  tx: ReadTx,
  of: { party: PartyId; subject: FactSubject; name: string },
): Promise<FactEntry[]> {
  throw new Error(`not built yet: ${String([tx, of])}`)
}
