import type { WriteTx } from '../kernel/index.ts'
import type { FactEntry, FactsInput, NewFact } from './fact.ts'

export async function recordFacts(tx: WriteTx, input: FactsInput): Promise<FactEntry[]> {
  throw new Error(`not built yet: ${String([tx, input])}`)
}

export type FactInput = NewFact & Omit<FactsInput, 'facts'>

export async function recordFact(tx: WriteTx, input: FactInput): Promise<FactEntry> {
  throw new Error(`not built yet: ${String([tx, input])}`)
}
