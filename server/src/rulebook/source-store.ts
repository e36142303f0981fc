import { type ReadTx, reader, type WriteTx, writer, type ZoneId } from '../kernel/index.ts'
import type { SourceFiles } from './measure.ts'
import type { Named } from './rulebook-store.ts'

type Tables = {
  pack_sources: {
    zone_id: ZoneId
    pack: string
    version: string
    path: string
    text: string
  }
}

/** Files of a version that are kept already stay as they are. */
export async function insertSource(tx: WriteTx, of: Named, files: SourceFiles): Promise<void> {
  const { pack, version } = of
  const rows = Object.entries(files).map(([path, text]) => ({
    zone_id: tx.zone,
    pack,
    version,
    path,
    text,
  }))
  if (rows.length === 0 || (await hasSource(tx, of))) return
  await writer<Tables>(tx).insertInto('pack_sources').values(rows).execute()
}

async function hasSource(tx: ReadTx, of: Named): Promise<boolean> {
  return Object.keys(await selectSource(tx, of)).length > 0
}

/** Empty for a version installed before sources were kept. */
export async function selectSource(tx: ReadTx, of: Named): Promise<SourceFiles> {
  const rows = await reader<Tables>(tx)
    .selectFrom('pack_sources')
    .select(['path', 'text'])
    .where('zone_id', '=', tx.zone)
    .where('pack', '=', of.pack)
    .where('version', '=', of.version)
    .orderBy('path')
    .execute()
  return Object.fromEntries(rows.map(({ path, text }) => [path, text]))
}
