import type { WriteTx } from '../kernel/index.ts'
import { handOver, insertFolder } from './documents-store.ts'
import type { NewFolder } from './folder.ts'

/**
 * Opens the folder of a subject; when it is open already it only passes to the office named, as
 * filing does. Attaching and issuing need an open folder.
 */
export async function openFolder(tx: WriteTx, folder: NewFolder): Promise<void> {
  const isNew = await insertFolder(tx, folder)
  if (!isNew && folder.office) await handOver(tx, folder.subject, folder.office)
}
