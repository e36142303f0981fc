import type { ReadTx } from '../kernel/index.ts'
import type { MeasureSummary } from './measure.ts'
import { loadPrograms } from './programs.ts'
import { selectEnactments, selectVersions } from './rulebook-store.ts'
import { shownVersion, summarise } from './summary.ts'

/** Every installed measure in the version in force today, else its newest. */
export async function listMeasures(tx: ReadTx): Promise<MeasureSummary[]> {
  const versions = await selectVersions(tx, 'all')
  const acts = await selectEnactments(tx, 'all')
  const packs = [...new Set(versions.map((one) => one.pack))]
  const shown = packs.flatMap((pack) => {
    const own = versions.filter((one) => one.pack === pack)
    const ofPack = acts.filter((one) => one.pack === pack)
    return shownVersion(own, ofPack, tx.today) ?? []
  })
  const programs = await loadPrograms(tx, shown)
  return programs.map((program) =>
    summarise(
      program,
      acts.filter((one) => one.pack === program.pack),
      tx.today,
    ),
  )
}
