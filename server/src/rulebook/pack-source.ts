import { type ReadTx, refusal } from '../kernel/index.ts'
import type { PackSourceKept } from './measure.ts'
import { findVersion, type Named } from './rulebook-store.ts'
import { selectSource } from './source-store.ts'

/**
 * The text a version was compiled from, as it was kept with it. Refuses
 * `rulebook.version-not-found` and `rulebook.source-not-found`.
 */
export async function packSource(tx: ReadTx, of: Named): Promise<PackSourceKept> {
  const there = await findVersion(tx, of)
  if (!there) return refusal('rulebook.version-not-found', of)
  const files = await selectSource(tx, of)
  if (Object.keys(files).length === 0) refusal('rulebook.source-not-found', of)
  const { pack, version, digest } = there
  return { pack, version, digest, files }
}
