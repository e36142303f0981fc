import { contentOf, type Program } from '@banfa/policy/run'
import { type Post, record, refusal, sha256, type WriteTx } from '../kernel/index.ts'
import type { Installed, SourceFiles } from './measure.ts'
import { findVersion, insertPack } from './rulebook-store.ts'
import { insertSource } from './source-store.ts'

export type Kept = {
  /** The text it was compiled from, kept with the version. */
  readonly files: SourceFiles
  readonly as?: Post | null
}

/**
 * Installs a compiled pack. Installing the same again changes nothing; another content under a
 * version that is there is refused, because open cases were filed under it.
 */
export async function install(
  tx: WriteTx,
  program: Program,
  { files, as = null }: Kept = { files: {} },
): Promise<Installed> {
  const { pack, version, digest } = program
  const computed = sha256(contentOf(program))
  if (computed !== digest) refusal('rulebook.wrong-digest', { pack, version, digest, computed })
  if (await insertPack(tx, program)) {
    const detail = { pack, version, digest, state: program.state }
    await record(tx, { act: 'pack.install', subject: { kind: 'measure', id: pack }, detail, as })
    await insertSource(tx, program, files)
    return { pack, version, digest }
  }
  const there = await findVersion(tx, program)
  if (there && there.digest !== digest) {
    refusal('rulebook.version-already', { pack, version, there: there.digest, digest })
  }
  await insertSource(tx, program, files)
  return { pack, version, digest }
}
