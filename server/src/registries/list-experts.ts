import type { ReadTx } from '../kernel/index.ts'
import type { Expert } from './expert.ts'
import { selectExperts } from './registries-store.ts'

/** The expert pool by name, as far as the actor may see it: an expert sees only themself. */
export async function listExperts(tx: ReadTx): Promise<Expert[]> {
  return selectExperts(tx, 'all')
}
