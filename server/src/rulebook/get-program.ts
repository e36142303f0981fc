import type { Program } from '@banfa/policy/run'
import type { ReadTx } from '../kernel/index.ts'

export async function getProgram(tx: ReadTx, pack: string, version: string): Promise<Program> {
  throw new Error(`not built yet: ${String([tx, pack, version])}`)
}
