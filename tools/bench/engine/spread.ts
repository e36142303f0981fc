import { Worker } from 'node:worker_threads'
import type { Columns, Counts } from '../../../policy/src/bulk.ts'
import type { Told, Work } from './worker.ts'

/** Threads over the same columns; each takes the next rows as soon as it is done with its last. */
export type Threads = {
  /** Counts of all threads together where the work counts, else null. */
  readonly run: (key: string, work: Omit<Work, 'taken'>) => Promise<Counts | null>
  readonly end: () => Promise<void>
}

export function threadsOver({ buffer, ...columns }: Columns, count: number): Threads {
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('./worker.ts', import.meta.url), { workerData: columns }),
  )
  return {
    run: async (key, work) => {
      const taken = new Int32Array(new SharedArrayBuffer(4))
      const told = await Promise.all(
        workers.map((worker) => {
          const done = toldBy(worker)
          worker.postMessage({ key, work: { ...work, taken } })
          return done
        }),
      )
      return told.reduce(together)
    },
    end: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function toldBy(worker: Worker): Promise<Told> {
  return new Promise((resolve, reject) => {
    worker.once('message', (message) => {
      worker.off('error', reject)
      resolve(message)
    })
    worker.once('error', reject)
  })
}

function together(a: Told, b: Told): Told {
  if (!(a && b)) return a ?? b
  const sum = (one: Float64Array, other: Float64Array) =>
    one.map((amount, at) => amount + (other[at] ?? 0))
  return { groups: a.groups, rows: sum(a.rows, b.rows), fen: sum(a.fen, b.fen) }
}
