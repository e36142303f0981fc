import type { WriteTx } from '../kernel/index.ts'
import type { Carrier } from './party.ts'

export async function registerCarrier(tx: WriteTx, input: Omit<Carrier, 'id'>): Promise<Carrier> {
  throw new Error(`not built yet: ${String([tx, input])}`)
}
