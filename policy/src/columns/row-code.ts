import { outputsOf } from '../closures/closures.ts'
import type { Plan } from '../lower/lower.ts'
import { codeOf, type Sink } from './code.ts'
import type { Asked } from './machine.ts'
import { overOneRow, type RunRow } from './one-row.ts'
import { compiled } from './tunable.ts'

/** Generated code for single rows, compiled once for a program and a day. */
export function rowRunner(plan: Plan, asked: Asked): RunRow {
  const wanted = outputsOf(plan)
  const sinks = [...new Set(wanted)].map(
    (id): Sink => ({ of: [id], write: ([name]) => `out[${id}] = ${name}` }),
  )
  const bind = compiled(codeOf(plan, wanted, sinks))
  return overOneRow(plan, asked, (row) => {
    const registers = new Float64Array(plan.ops.length)
    const run = bind({ ...row, out: registers })
    return { run: () => run(0, 1), registers }
  })
}
