import type { WriteTx } from '../kernel/index.ts'
import type { Expert, NewExpert } from './expert.ts'

export async function registerExpert(tx: WriteTx, input: NewExpert): Promise<Expert> {
  throw new Error(`not built yet: ${String([tx, input])}`)
}
