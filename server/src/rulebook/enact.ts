import type { WriteTx } from '../kernel/index.ts'
import type { EnactInput, Enactment } from './measure.ts'

export async function enact(tx: WriteTx, input: EnactInput): Promise<Enactment> {
  throw new Error(`not built yet: ${String([tx, input])}`)
}
