import type { ReadTx } from '../kernel/index.ts'
import type { Conflict, ConflictQuestion } from './expert.ts'

export async function conflictsOf(tx: ReadTx, question: ConflictQuestion): Promise<Conflict[]> {
  throw new Error(`not built yet: ${String([tx, question])}`)
}
