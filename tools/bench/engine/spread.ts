import { Worker } from 'node:worker_threads'
import type { Columns } from '../../../policy/src/bulk.ts'
import type { Work } from './worker.ts'

/** Threads over the same columns; each takes an equal range of rows. */
export type Threads = {
  readonly run: (key: string, work: Omit<Work, 'from' | 'to'>) => Promise<void>
  readonly end: () => Promise<void>
}

export function threadsOver({ buffer, ...columns }: Columns, count: number): Threads {
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('./worker.ts', import.meta.url), { workerData: columns }),
  )
  // Ranges end where blocks end, so that no two threads write the same cache line.
  const step = Math.ceil(columns.rows / count / 4_096) * 4_096
  return {
    run: async (key, work) => {
      await Promise.all(
        workers.map((worker, at) => {
          const done = new Promise((resolve, reject) => {
            worker.once('message', (message) => {
              worker.off('error', reject)
              resolve(message)
            })
            worker.once('error', reject)
          })
          const from = Math.min(at * step, columns.rows)
          const to = Math.min(from + step, columns.rows)
          worker.postMessage({ key, work: { ...work, from, to } })
          return done
        }),
      )
    },
    end: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}
