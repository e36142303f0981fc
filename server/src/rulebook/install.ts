import { contentOf, type Program } from '@banfa/policy/run'
import { record, refusal, sha256, type WriteTx } from '../kernel/index.ts'
import type { Installed } from './measure.ts'
import { findVersion, insertPack } from './rulebook-store.ts'

/**
 * Installs a compiled pack. Installing the same again changes nothing; another content under a
 * version that is there is refused, because open cases were filed under it.
 */
export async function install(tx: WriteTx, program: Program): Promise<Installed> {
  const { pack, version, digest } = program
  const computed = sha256(contentOf(program))
  if (computed !== digest) refusal('rulebook.wrong-digest', { pack, version, digest, computed })
  if (await insertPack(tx, program)) {
    const detail = { pack, version, digest, state: program.state }
    await record(tx, { act: 'pack.install', subject: { kind: 'measure', id: pack }, detail })
    return { pack, version, digest }
  }
  const there = await findVersion(tx, program)
  if (there && there.digest !== digest) {
    refusal('rulebook.version-already', { pack, version, there: there.digest, digest })
  }
  return { pack, version, digest }
}
