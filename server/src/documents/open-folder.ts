import type { WriteTx } from '../kernel/index.ts'
import { handOver, insertFolder, markPublished } from './documents-store.ts'
import type { NewFolder, Subject } from './folder.ts'

/**
 * Opens the folder of a subject; when it is open already it only passes to the office named, as
 * filing does. Attaching and issuing need an open folder.
 */
export async function openFolder(tx: WriteTx, folder: NewFolder): Promise<void> {
  const isNew = await insertFolder(tx, folder)
  if (!isNew && folder.office) await handOver(tx, folder.subject, folder.office)
}

/** From now on everybody sees what lies in the folder. */
export async function publishFolder(tx: WriteTx, subject: Subject): Promise<void> {
  await markPublished(tx, subject)
}
