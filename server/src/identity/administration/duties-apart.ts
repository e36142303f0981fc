import { type Day, type Duty, refusal } from '../../kernel/index.ts'
import type { HeldPost } from '../offices/post-store.ts'

/** 三员: who audits, who manages the system, who grants rights. */
const ADMINISTRATORS: readonly Duty[] = ['audit', 'administer', 'grant']

type Dated = { readonly duties: readonly Duty[]; readonly from: Day; readonly until: Day | null }

/**
 * 三员分立 (GB/T 22239-2019, 8.1.5): nobody holds two of the three administrators' duties on one day,
 * nor one of them beside cases. Refuses `identity.duties-apart`.
 */
export function refuseMixedDuties(held: readonly HeldPost[], wanted: Dated): void {
  const together = held.filter((post) => overlap(post, wanted)).flatMap(({ duties }) => duties)
  const duties = new Set([...together, ...wanted.duties])
  const isMixed = ADMINISTRATORS.some((duty) => duties.has(duty)) && duties.size > 1
  if (isMixed) refusal('identity.duties-apart', {}, { field: 'duties' })
}

function overlap(one: Pick<Dated, 'from' | 'until'>, other: Pick<Dated, 'from' | 'until'>) {
  return (
    (one.until === null || one.until >= other.from) &&
    (other.until === null || other.until >= one.from)
  )
}
