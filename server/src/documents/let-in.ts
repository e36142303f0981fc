import type { WriteTx } from '../kernel/index.ts'
import type { LetIn } from './folder.ts'

export async function letIn(tx: WriteTx, input: LetIn): Promise<void> {
  throw new Error(`not built yet: ${String([tx, input])}`)
}
