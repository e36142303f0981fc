import type { WriteTx } from '../kernel/index.ts'
import type { NewFolder } from './folder.ts'

/** Opens the folder of a subject, or changes its office when it is open already. */
export async function openFolder(tx: WriteTx, folder: NewFolder): Promise<void> {
  throw new Error(`not built yet: ${String([tx, folder])}`)
}
