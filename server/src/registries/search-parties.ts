import type { ReadTx } from '../kernel/index.ts'
import type { Party } from './party.ts'

export type PartyPage = { readonly rows: readonly Party[]; readonly next: string | null }

export async function searchParties(
  tx: ReadTx,
  query: { text: string; cursor?: string | null; limit?: number },
): Promise<PartyPage> {
  throw new Error(`not built yet: ${String([tx, query])}`)
}
