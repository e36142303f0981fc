import type { Day, PartyId, ReadTx } from '../kernel/index.ts'
import type { Bar } from './recognition.ts'

export async function findBar(
  tx: ReadTx,
  of: { party: PartyId; service: string; on: Day },
): Promise<Bar | null> {
  throw new Error(`not built yet: ${String([tx, of])}`)
}
