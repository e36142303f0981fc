import type { Program } from '@banfa/policy/run'
import type { Day, ReadTx } from '../kernel/index.ts'

/** The program in force on a day, or null. */
export async function programInForce(tx: ReadTx, pack: string, on: Day): Promise<Program | null> {
  throw new Error(`not built yet: ${String([tx, pack, on])}`)
}
