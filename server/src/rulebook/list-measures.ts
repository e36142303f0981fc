import type { ReadTx } from '../kernel/index.ts'
import type { MeasureSummary } from './measure.ts'

export async function listMeasures(tx: ReadTx): Promise<MeasureSummary[]> {
  throw new Error(`not built yet: ${String([tx])}`)
}
