import { join } from 'node:path'
import {
  digestOf,
  hashFile,
  listFiles,
  type Manifest,
  readManifest,
  tablePath,
} from './manifest.ts'

export type BackupVerdict =
  | { readonly intact: true; readonly manifest: Manifest }
  /** `where` is the path inside the backup that is not what was written. */
  | { readonly intact: false; readonly where: string }

/** Compares every byte of a backup with its manifest; needs no server. */
export async function checkBackup(folder: string): Promise<BackupVerdict> {
  const manifest = await readManifest(folder)
  if (!manifest) return { intact: false, where: 'manifest.json' }
  const expected = new Map([
    ...manifest.tables.map((one) => [tablePath(one.name), one.sha256] as const),
    ...manifest.files.map((one) => [one.path, one.sha256] as const),
  ])
  for (const path of await listFiles(folder)) {
    if (expected.get(path) !== (await hashFile(join(folder, path))))
      return { intact: false, where: path }
    expected.delete(path)
  }
  const [missing] = expected.keys()
  if (missing !== undefined) return { intact: false, where: missing }
  return digestOf(manifest.tables) === manifest.digest
    ? { intact: true, manifest }
    : { intact: false, where: 'manifest.json' }
}
