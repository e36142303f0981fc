import { parentPort, workerData } from 'node:worker_threads'
import {
  type Answers,
  type Columns,
  type Counts,
  counter,
  runner,
  type Tunable,
} from '../../../policy/src/bulk.ts'
import { lower } from '../../../policy/src/one-case.ts'
import type { Program } from '../../../policy/src/run.ts'

/** One thread over shared columns: told which program and which rows, it says when it is done. */
export type Work = {
  readonly program: Program
  /** Another program than the last of this key, over the same columns. */
  readonly changed?: true
  readonly on: string
  readonly from: number
  readonly to: number
  readonly answers: Answers | null
  readonly counts: Counts | null
}

const columns = workerData as Columns
const known = new Map<string, Tunable>()

function begun({ program, on, answers, counts }: Work): Tunable {
  const plan = lower(program)
  const bound = { columns, asked: { on } }
  return answers
    ? runner(plan, { ...bound, answers })
    : counter(plan, { ...bound, counts: counts as Counts })
}

/** The run of that key; told another program it is tuned to it. */
function runFor(key: string, work: Work): Tunable {
  const run = known.get(key) ?? begun(work)
  if (work.changed) run.tune(lower(work.program))
  known.set(key, run)
  return run
}

parentPort?.on('message', ({ key, work }: { key: string; work: Work }) => {
  runFor(key, work)(work.from, work.to)
  parentPort?.postMessage('done')
})
