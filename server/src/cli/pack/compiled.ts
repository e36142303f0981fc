import { type PackFiles, type PackSource, type WorkedExample, workedExamples } from '@banfa/policy'
import type { Program } from '@banfa/policy/run'
import { refusal } from '../../kernel/index.ts'
import { compilePack, readPackFolder } from './pack-folder.ts'

export type CompiledPack = {
  readonly name: string
  readonly program: Program
  readonly source: PackSource
  readonly files: PackFiles
  readonly examples: readonly WorkedExample[]
}

/** A pack that compiles; refuses one that does not with its first complaint and their number. */
export async function compiledPack(root: string, name: string): Promise<CompiledPack> {
  const pack = await readPackFolder(root, name)
  const { program, complaints } = compilePack(pack)
  const { source, files } = pack
  if (program) return { name, program, source, files, examples: workedExamples(source) }
  const [first] = complaints
  return refusal('cli.pack-does-not-compile', {
    named: name,
    count: complaints.length,
    first: first ? `${first.file}:${first.line} ${first.says.zh}` : '',
  })
}
