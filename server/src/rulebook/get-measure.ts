import type { ReadTx } from '../kernel/index.ts'
import type { Measure } from './measure.ts'

export async function getMeasure(
  tx: ReadTx,
  pack: string,
  version?: string | null,
): Promise<Measure> {
  throw new Error(`not built yet: ${String([tx, pack, version])}`)
}
