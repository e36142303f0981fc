import type { ReadTx } from '../kernel/index.ts'
import { creditCode } from './credit-code.ts'
import type { Party } from './party.ts'
import { findByCode } from './registries-store.ts'

/** The party of a credit code, or null; a text that is no code is refused, not "not found". */
export async function findPartyByCode(tx: ReadTx, code: string): Promise<Party | null> {
  return findByCode(tx, creditCode(code))
}
