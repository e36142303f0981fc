import { parentPort, workerData } from 'node:worker_threads'
import { type Answers, type Columns, runner } from '../src/bulk.ts'
import { lower } from '../src/one-case.ts'
import type { Program } from '../src/run.ts'

type Range = {
  readonly program: Program
  readonly columns: Columns
  readonly answers: Answers
  readonly on: string
  readonly from: number
  readonly to: number
}

/** One thread's rows of shared columns, answered into shared answers. */
const { program, columns, answers, on, from, to } = workerData as Range
runner(lower(program), { columns, answers, asked: { on } })(from, to)
parentPort?.postMessage('done')
