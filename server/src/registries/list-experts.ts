import type { ReadTx } from '../kernel/index.ts'
import type { Expert } from './expert.ts'

export async function listExperts(tx: ReadTx): Promise<Expert[]> {
  throw new Error(`not built yet: ${String([tx])}`)
}
