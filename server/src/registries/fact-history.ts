import type { PartyId, ReadTx } from '../kernel/index.ts'
import type { FactEntry, FactSubject } from './fact.ts'
import { selectHistory } from './facts-store.ts'

export type FactAsked = {
  readonly party: PartyId
  readonly subject: FactSubject
  readonly name: string
}

/** Everything ever recorded of one fact, newest first. */
export async function factHistory(tx: ReadTx, of: FactAsked): Promise<FactEntry[]> {
  return selectHistory(tx, of)
}
