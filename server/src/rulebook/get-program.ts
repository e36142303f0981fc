import type { Program } from '@banfa/policy/run'
import type { ReadTx } from '../kernel/index.ts'
import { loadPinned, loadProgram, type Pinned } from './programs.ts'

/** An installed version's program, frozen; refuses `rulebook.version-not-found`. */
export async function getProgram(tx: ReadTx, pack: string, version: string): Promise<Program> {
  return loadProgram(tx, { pack, version })
}

/**
 * The program something was pinned to by its digest; refuses `rulebook.version-not-found` when the
 * installed text of that name is another.
 */
export async function getPinnedProgram(
  tx: ReadTx,
  { pack, version, digest }: Pinned,
): Promise<Program> {
  return loadPinned(tx, { pack, version, digest })
}
