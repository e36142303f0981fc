import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compile, type PackFiles, readPack } from '@banfa/policy'
import type { Program } from '@banfa/policy/run'
import { sha256 } from '../src/kernel/index.ts'

const ROOT = new URL('../../', import.meta.url).pathname

/** A pack of the repository with its files, as an installation gets it. */
export async function repositoryPack(
  name: string,
): Promise<{ program: Program; files: PackFiles }> {
  const files = await filesIn(`packs/${name}`)
  const source = readPack({ files, vocabulary: await filesIn('vocabulary') })
  const { program, complaints } = compile(source, sha256)
  if (!program) throw new Error(complaints.map(({ says }) => says.en).join('\n'))
  return { program, files }
}

async function filesIn(folder: string): Promise<PackFiles> {
  const names = await readdir(join(ROOT, folder), { recursive: true })
  const read = async (name: string) =>
    [name, await readFile(join(ROOT, folder, name), 'utf8')] as const
  return Object.fromEntries(
    await Promise.all(names.filter((one) => one.endsWith('.yaml')).map(read)),
  )
}
