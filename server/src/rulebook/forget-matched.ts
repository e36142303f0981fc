import type { WriteTx } from '../kernel/index.ts'
import { dropMatched } from './entitlements-store.ts'
import { beginAnew } from './matching-pass.ts'

/** What was kept of every party's facts goes, and the next pass reads and answers all of them anew. */
export async function forgetMatched(tx: WriteTx): Promise<void> {
  await dropMatched(tx)
  await beginAnew(tx)
}
