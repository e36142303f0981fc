import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { type Complaint, compile, type PackFiles, type PackSource, readPack } from '@banfa/policy'
import type { Program } from '@banfa/policy/run'
import { refusal, sha256 } from '../../kernel/index.ts'
import { workingDays } from './working-days.ts'

/** A pack of the disk: its folder as named and what its files say. */
export type PackOnDisk = {
  readonly folder: string
  readonly source: PackSource
  /** The text itself, the vocabulary's below `vocabulary/`. */
  readonly files: PackFiles
}

/** Every pack of the repository, by folder name. */
export async function listPacks(root: string): Promise<string[]> {
  const entries = await readdir(join(root, 'packs'), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/**
 * Reads a pack given its name (`international-incubators`), `packs/…` or any path. The vocabulary
 * is the repository's, or a `vocabulary` folder beside the pack's parent.
 */
export async function readPackFolder(root: string, named: string): Promise<PackOnDisk> {
  const folder = folderOf(root, named)
  const beside = resolve(folder, '../../vocabulary')
  const vocabulary = existsSync(beside) ? beside : join(root, 'vocabulary')
  const own = await filesIn(folder, folder)
  const shared = await filesIn(vocabulary, resolve(vocabulary, '..'))
  const source = readPack({ files: own, vocabulary: shared })
  return { folder: relative(root, folder) || folder, source, files: { ...shared, ...own } }
}

/** The shared vocabulary alone, as a pack that says nothing yet. */
export async function readVocabulary(root: string): Promise<PackSource> {
  return readPack({ files: {}, vocabulary: await filesIn(join(root, 'vocabulary'), root) })
}

/** The program of a pack, or its complaints, at most one of them empty. */
export function compilePack(pack: PackOnDisk): {
  program: Program | null
  complaints: readonly Complaint[]
} {
  return compile(pack.source, sha256, workingDays)
}

function folderOf(root: string, named: string): string {
  const places = isAbsolute(named)
    ? [named]
    : [resolve(named), join(root, named), join(root, 'packs', named)]
  const found = places.find((place) => existsSync(join(place, 'pack.yaml')))
  return found ?? refusal('cli.pack-not-found', { named: named.slice(0, 200) })
}

async function filesIn(folder: string, base: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => !entry.isDirectory() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const pairs = paths.map(async (path) => [relative(base, path), await textOf(path)] as const)
  return Object.fromEntries(await Promise.all(pairs))
}

function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((problem: Error) =>
    refusal('cli.pack-unreadable', { file, why: problem.message }),
  )
}
