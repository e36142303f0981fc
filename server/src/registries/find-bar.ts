import type { Day, PartyId, ReadTx } from '../kernel/index.ts'
import type { Bar } from './recognition.ts'
import { findBarOn } from './standing-store.ts'

export type BarQuestion = {
  readonly party: PartyId
  readonly service: string
  readonly on: Day
}

/**
 * The bar that keeps a party from applying for a service on a day, or null. A bar on all services
 * holds for the services of every measure.
 */
export async function findBar(tx: ReadTx, of: BarQuestion): Promise<Bar | null> {
  return findBarOn(tx, of)
}
