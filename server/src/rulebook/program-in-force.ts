import type { Program } from '@banfa/policy/run'
import type { Day, ReadTx } from '../kernel/index.ts'
import { inForceOn } from './in-force.ts'
import { loadPrograms } from './programs.ts'
import { selectEnactments } from './rulebook-store.ts'

/** The program in force on a day by the acts made so far, or null when none is. */
export async function programInForce(tx: ReadTx, pack: string, on: Day): Promise<Program | null> {
  const act = inForceOn(await selectEnactments(tx, pack), on)
  if (!act) return null
  const [program] = await loadPrograms(tx, [act])
  return program ?? null
}
