import type { Program } from '@banfa/policy/run'
import type { WriteTx } from '../kernel/index.ts'
import type { Installed } from './measure.ts'

export async function install(tx: WriteTx, program: Program): Promise<Installed> {
  throw new Error(`not built yet: ${String([tx, program])}`)
}
