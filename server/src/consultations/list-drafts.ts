import { permit } from '../identity/index.ts'
import type { ReadTx, Words } from '../kernel/index.ts'
import { getMeasure, listMeasures } from '../rulebook/index.ts'

export type DraftVersion = {
  readonly pack: string
  readonly version: string
  readonly title: Words
}

/** Installed versions that are drafts and were never put in force: what one may consult on. */
export async function listDrafts(tx: ReadTx): Promise<DraftVersion[]> {
  permit(tx.actor, 'consultation.prepare')
  const found: DraftVersion[] = []
  for (const { pack, title } of await listMeasures(tx)) {
    const { versions, enactments } = await getMeasure(tx, pack)
    const enacted = new Set(enactments.map(({ version }) => version))
    for (const { version, state } of versions)
      if (state === 'consultation-draft' && !enacted.has(version))
        found.push({ pack, version, title })
  }
  return found
}
