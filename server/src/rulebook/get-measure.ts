import { type ReadTx, refusal } from '../kernel/index.ts'
import { history } from './in-force.ts'
import type { Measure } from './measure.ts'
import { loadPrograms } from './programs.ts'
import { selectEnactments, selectTexts, selectVersions } from './rulebook-store.ts'
import { shownVersion, summarise } from './summary.ts'

/**
 * Everything the public page of a measure shows, of one version or of the one shown unasked.
 * Refuses `rulebook.measure-not-found` and `rulebook.version-not-found`.
 */
export async function getMeasure(
  tx: ReadTx,
  pack: string,
  version?: string | null,
): Promise<Measure> {
  const versions = await selectVersions(tx, pack)
  if (versions.length === 0) refusal('rulebook.measure-not-found', { pack })
  const acts = await selectEnactments(tx, pack)
  const shown = version
    ? versions.find((one) => one.version === version)
    : shownVersion(versions, acts, tx.today)
  if (!shown) return refusal('rulebook.version-not-found', { pack, version: version ?? '' })
  const [program] = await loadPrograms(tx, [shown])
  if (!program) return refusal('rulebook.version-not-found', shown)
  return {
    summary: summarise(program, acts, tx.today),
    program,
    texts: await selectTexts(tx, shown),
    enactments: history(acts),
    versions: versions.map(({ pack: _, ...one }) => one),
  }
}
