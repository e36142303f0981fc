import type { Program } from '@banfa/policy/run'
import type { Day, ReadTx } from '../kernel/index.ts'
import { inForceOn } from './in-force.ts'
import { loadPrograms } from './programs.ts'
import { selectEnactments } from './rulebook-store.ts'

/** The programs of all measures in force on a day. */
export async function programsInForce(tx: ReadTx, on: Day): Promise<Program[]> {
  const acts = await selectEnactments(tx, 'all')
  const packs = [...new Set(acts.map((one) => one.pack))]
  const inForce = packs.flatMap((pack) => {
    const own = acts.filter((one) => one.pack === pack)
    return inForceOn(own, on) ?? []
  })
  return loadPrograms(tx, inForce)
}
