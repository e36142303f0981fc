import { parentPort, workerData } from 'node:worker_threads'
import {
  type Answers,
  type Columns,
  type Counts,
  counter,
  type RunRange,
  runner,
} from '../../../policy/src/bulk.ts'
import { lower } from '../../../policy/src/one-case.ts'
import type { Program } from '../../../policy/src/run.ts'

/** One thread over shared columns: told which program and which rows, it says when it is done. */
export type Work = {
  readonly program: Program
  readonly on: string
  readonly from: number
  readonly to: number
  readonly answers: Answers | null
  readonly counts: Counts | null
}

const columns = workerData as Columns
const known = new Map<string, RunRange>()

function rangeFor({ program, on, answers, counts }: Work): RunRange {
  const plan = lower(program)
  const bound = { columns, asked: { on } }
  return answers
    ? runner(plan, { ...bound, answers })
    : counter(plan, { ...bound, counts: counts as Counts })
}

parentPort?.on('message', ({ key, work }: { key: string; work: Work }) => {
  const run = known.get(key) ?? rangeFor(work)
  known.set(key, run)
  run(work.from, work.to)
  parentPort?.postMessage('done')
})
