import { createHash } from 'node:crypto'
import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compile, readPack, workedExamples } from '../../policy/src/index.ts'
import { root } from '../run.ts'

const folder = join(root, 'packs/international-incubators')

/** The pack that all figures are taken on, compiled, with its worked examples. */
export async function compiledPack() {
  const source = readPack({
    files: await textsOf(folder, folder),
    vocabulary: await textsOf(join(root, 'vocabulary'), root),
  })
  const { program } = compile(source, (text: string) =>
    createHash('sha256').update(text).digest('hex'),
  )
  if (!program) throw new Error('The pack does not compile: run npx banfa check')
  return { program, examples: workedExamples(source) }
}

async function textsOf(place: string, base: string): Promise<Record<string, string>> {
  const names = globSync('**/*.yaml', { cwd: place })
  const pairs = names.map(async (name) => {
    const path = join(place, name)
    return [path.slice(base.replace(/\/$/, '').length + 1), await readFile(path, 'utf8')] as const
  })
  return Object.fromEntries(await Promise.all(pairs))
}
