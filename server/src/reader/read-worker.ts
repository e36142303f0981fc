import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../kernel/index.ts'
import { type Bytes, readBytes } from './read-bytes.ts'
import type { Told } from './read-document.ts'

/** Reads one document and ends; whoever started it may end it sooner. */
async function told(): Promise<Told> {
  try {
    return { reading: await readBytes(workerData as Bytes) }
  } catch (problem) {
    if (problem instanceof Refusal) return { refused: problem.code, params: problem.params }
    return {
      fault: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem),
    }
  }
}

parentPort?.postMessage(await told())
