import { parentPort, workerData } from 'node:worker_threads'
import type { Block } from './block.ts'
import { blockMatcher, type Work } from './match-block.ts'

/** A thread of a matching run: a block in, its answers out. */
const answer = blockMatcher(workerData as Work)

parentPort?.on('message', ({ id, block }: { id: number; block: Block }) => {
  const done = answer(block)
  parentPort?.postMessage({ id, done }, [done.text.buffer])
})
