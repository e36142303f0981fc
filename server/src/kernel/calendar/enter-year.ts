import type { ReadTx, WriteTx } from '../transactions.ts'
import { type LayerYear, replaceLayerYear, selectLayerYears } from './calendar-store.ts'

/** Puts what a layer says about a year in place of what it said. A national year becomes known by it. */
export function enterYear(tx: WriteTx, year: LayerYear): Promise<void> {
  return replaceLayerYear(tx, year)
}

/** Every layer's years as they are entered, with their sources. */
export function listLayerYears(tx: ReadTx): Promise<LayerYear[]> {
  return selectLayerYears(tx)
}
