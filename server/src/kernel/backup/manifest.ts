import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { sha256 } from '../canonical.ts'
import type { Day, Instant } from '../day.ts'
import type { TableSum } from './copy-out.ts'

export const FORMAT = 1

/** What a backup says of itself; everything in its folder is named here with its hash. */
export type Manifest = {
  readonly format: typeof FORMAT
  /** The release that made it. */
  readonly version: string
  readonly at: Instant
  readonly on: Day
  readonly migrations: readonly { readonly number: number; readonly checksum: string }[]
  readonly tables: readonly (TableSum & { readonly columns: readonly string[] })[]
  /** Files and anchors, by their path inside the backup. */
  readonly files: readonly { readonly path: string; readonly sha256: string }[]
  /** SHA-256 over tables, rows and hashes: the same for the restored database. */
  readonly digest: string
}

/** The hash of a whole database: one line a table with its rows and hash. */
export function digestOf(tables: readonly TableSum[]): string {
  const lines = tables.map((one) => `${one.name} ${one.rows} ${one.sha256}\n`)
  return sha256(lines.toSorted().join(''))
}

/** Writes the manifest and, beside it, its own hash. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 1)}\n`
  await writeFile(join(folder, MANIFEST), text, { mode: 0o600 })
  await writeFile(join(folder, SUM), `${sha256(text)}\n`, { mode: 0o600 })
}

/** The manifest; null when it is missing or not what its hash says. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    const text = await readFile(join(folder, MANIFEST), 'utf8')
    const sum = await readFile(join(folder, SUM), 'utf8')
    if (sum !== `${sha256(text)}\n`) return null
    const manifest = JSON.parse(text) as Manifest
    return manifest.format === FORMAT ? manifest : null
  } catch {
    return null
  }
}

const MANIFEST = 'manifest.json'
const SUM = 'manifest.sha256'
const ABOUT_ITSELF = [MANIFEST, SUM]

export const tablePath = (name: string) => `tables/${name}.copy`

/** Every file of the backup besides the manifest, by its path with forward slashes. */
export async function listFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !ABOUT_ITSELF.includes(path))
    .sort()
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
