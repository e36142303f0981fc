import type { WriteTx } from '../kernel/index.ts'
import type { Bar, NewBar } from './recognition.ts'

export async function imposeBar(tx: WriteTx, input: NewBar): Promise<Bar> {
  throw new Error(`not built yet: ${String([tx, input])}`)
}
