import { newId, type ReadTx, record, type WriteTx } from '../kernel/index.ts'
import { selectContentNamed } from './content-store.ts'
import { theDesk } from './desk.ts'
import type { ContentStorage } from './storage.ts'

/** Longer than any upload takes from the disk to its row. */
const RESTED_SECONDS = 24 * 60 * 60

/** Content on the disk that no row names, by where it lies. */
export type Unnamed = {
  readonly files: readonly string[]
  readonly quarantine: readonly string[]
}

/**
 * What lies on the disk for a day and longer without a row that names it: an upload that was given
 * up on the way to its row. In quarantine also what was found clean and copied out since. For the
 * machine, which sees every row of the zone; the directory is one zone's.
 */
export async function listUnnamed(tx: ReadTx): Promise<Unnamed> {
  const { storage, quarantine } = theDesk()
  const named = await selectContentNamed(tx)
  // A directory of which the database knows nothing is another database's.
  if (named.files.size === 0) return { files: [], quarantine: [] }
  return {
    files: await unnamedIn(storage, named.files),
    quarantine: await unnamedIn(quarantine, named.quarantine),
  }
}

/** Takes that content off the disk and enters how much it was; answers the number of files. */
export async function sweepContent(tx: WriteTx): Promise<number> {
  const { storage, quarantine } = theDesk()
  const unnamed = await listUnnamed(tx)
  const swept = [
    ...(await dropped(storage, unnamed.files)),
    ...(await dropped(quarantine, unnamed.quarantine)),
  ]
  if (swept.length === 0) return 0
  await record(tx, {
    act: 'content.sweep',
    subject: { kind: 'content', id: newId() },
    detail: { files: swept.length, sha256: swept.slice(0, 1000) },
  })
  return swept.length
}

async function unnamedIn(storage: ContentStorage, named: ReadonlySet<string>): Promise<string[]> {
  return (await storage.restingFor(RESTED_SECONDS)).filter((hash) => !named.has(hash))
}

async function dropped(storage: ContentStorage, hashes: readonly string[]): Promise<string[]> {
  const gone: string[] = []
  for (const hash of hashes) if (await storage.drop(hash, RESTED_SECONDS)) gone.push(hash)
  return gone
}
