import type { Asked } from '../columns/machine.ts'
import { overOneRow, type RunRow } from '../columns/one-row.ts'
import type { Plan } from '../lower/lower.ts'
import { closuresFor } from './closures.ts'

/** Every answer for one set of facts, where code may not be built from text. */
export function rowClosures(plan: Plan, asked: Asked): RunRow {
  return overOneRow(plan, asked, (row) => {
    const { r, run } = closuresFor(plan, row)
    return { run, registers: r }
  })
}
