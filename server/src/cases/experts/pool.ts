import { permit } from '../../identity/index.ts'
import type { PersonId, ReadTx } from '../../kernel/index.ts'
import { type Expert, type KnownTie, listPool, listTies } from '../../registries/index.ts'
import { loadOf } from '../eligible-experts.ts'

/** An expert as whoever keeps the pool sees them. */
export type PoolLine = Expert & {
  /** Cases that wait for their answer now. */
  readonly open: number
  /** What stands between them and a party: entered ties, and recusals of their own. */
  readonly ties: readonly Omit<KnownTie, 'expert'>[]
}

/** 专家库: everybody in it by name with load and ties, those who retired among them. */
export async function viewPool(tx: ReadTx): Promise<PoolLine[]> {
  permit(tx.actor, 'expert.manage')
  const [pool, load, ties] = [await listPool(tx), await loadOf(tx), await listTies(tx)]
  const tiesOf = Map.groupBy(ties, (tie) => tie.expert)
  return pool.map((expert) => lineOf(expert, load, tiesOf.get(expert.person) ?? []))
}

function lineOf(
  expert: Expert,
  load: ReadonlyMap<PersonId, number>,
  ties: readonly KnownTie[],
): PoolLine {
  return {
    ...expert,
    open: load.get(expert.person) ?? 0,
    ties: ties.map(({ expert: _, ...tie }) => tie),
  }
}
