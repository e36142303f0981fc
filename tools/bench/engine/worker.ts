import { parentPort, workerData } from 'node:worker_threads'
import {
  type Answers,
  type Columns,
  type Counts,
  counter,
  countsFor,
  runner,
  type Tunable,
} from '../../../policy/src/bulk.ts'
import { lower } from '../../../policy/src/one-case.ts'
import type { Program } from '../../../policy/src/run.ts'

/** One thread over shared columns: told which program, it takes rows until there are none left. */
export type Work = {
  readonly program: Program
  /** Another program than the last of this key, over the same columns. */
  readonly changed?: true
  readonly on: string
  /** How many rows are taken, by whichever thread. */
  readonly taken: Int32Array
  /** Null where rows are only counted. */
  readonly answers: Answers | null
}

/** What this thread counted; it counts for itself, so that no two write to one place. */
export type Told = Counts | null

const columns = workerData as Columns
type Known = { readonly run: Tunable; readonly counts: Told }
const known = new Map<string, Known>()

/** Ranges end where blocks end, so that no two threads write the same cache line. */
const STEP = 8 * 4_096

function begun({ program, on, answers }: Work): Known {
  const plan = lower(program)
  const bound = { columns, asked: { on } }
  if (answers) return { run: runner(plan, { ...bound, answers }), counts: null }
  const counts = countsFor(plan, {})
  return { run: counter(plan, { ...bound, counts }), counts }
}

/** The run of that key; told another program it is tuned to it. */
function runFor(key: string, work: Work): Known {
  const one = known.get(key) ?? begun(work)
  if (work.changed) one.run.tune(lower(work.program))
  known.set(key, one)
  return one
}

parentPort?.on('message', ({ key, work }: { key: string; work: Work }) => {
  const { run, counts } = runFor(key, work)
  counts?.rows.fill(0)
  counts?.fen.fill(0)
  for (;;) {
    const from = Atomics.add(work.taken, 0, STEP)
    if (from >= columns.rows) break
    run(from, Math.min(from + STEP, columns.rows))
  }
  parentPort?.postMessage(counts)
})
