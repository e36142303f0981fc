import type { PartyId, ReadTx } from '../kernel/index.ts'
import type { Bar } from './recognition.ts'
import { selectBars } from './standing-store.ts'

/** Bars of a party, past ones included, the one that ends last first. */
export async function listBars(tx: ReadTx, party: PartyId): Promise<Bar[]> {
  return selectBars(tx, party)
}
