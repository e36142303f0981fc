import type { ReadTx } from '../kernel/index.ts'
import type { Expert } from './expert.ts'
import { selectExperts } from './expert-store.ts'

/** The experts who may be given cases, by name, as far as the actor may see: an expert only themself. */
export async function listExperts(tx: ReadTx): Promise<Expert[]> {
  return (await selectExperts(tx, 'all')).filter((expert) => expert.retiredOn === null)
}

/** The whole pool by name, those who have retired among them. */
export function listPool(tx: ReadTx): Promise<Expert[]> {
  return selectExperts(tx, 'all')
}
