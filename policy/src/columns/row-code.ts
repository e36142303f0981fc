import type { Plan } from '../lower/lower.ts'
import type { Id } from '../lower/op.ts'
import { build } from './build.ts'
import { codeOf, type Sink } from './code.ts'
import type { RowAnswers } from './interpret-row.ts'
import type { Asked } from './machine.ts'
import { answersOverOneRow, type RunRow } from './one-row.ts'
import { outputsOf } from './outputs.ts'
import { rowReader } from './read-row.ts'
import { compiled } from './tunable.ts'

/** Generated code for single rows, compiled once for a program and a day. */
export function rowRunner(plan: Plan, asked: Asked): RunRow {
  const wanted = outputsOf(plan)
  const sinks = [...new Set(wanted)].map(
    (id): Sink => ({ of: [id], write: ([name]) => `out[${id}] = ${name}` }),
  )
  const bind = compiled(codeOf(plan, wanted, sinks))
  const answers = answersText(plan)
  return answersOverOneRow(plan, asked, (row) => {
    const registers = new Float64Array(plan.ops.length)
    const run = bind({ ...row, out: registers })
    const given = build('out', answers)(registers) as () => RowAnswers
    return {
      read: rowReader(row.columns, plan.program),
      run: () => {
        run(0, 1)
        return given()
      },
    }
  })
}

/** All answers as one literal: nothing is looked up or grown. */
function answersText({ conditions, services }: Plan): string {
  const fen = (id: Id | null) => (id === null ? 'NaN' : `out[${id}]`)
  const amounts = services.map(
    ({ amount, payable }) => `{ amount: ${fen(amount)}, payable: ${fen(payable)} }`,
  )
  const truths = conditions.map(({ t }) => `out[${t}]`)
  return `'use strict'
return () => ({ conditions: [${truths.join(', ')}], amounts: [${amounts.join(', ')}] })`
}
