import type { Program } from '@banfa/policy/run'
import type { ReadTx } from '../kernel/index.ts'
import { loadProgram } from './programs.ts'

/** An installed version's program, frozen; refuses `rulebook.version-not-found`. */
export async function getProgram(tx: ReadTx, pack: string, version: string): Promise<Program> {
  return loadProgram(tx, { pack, version })
}
