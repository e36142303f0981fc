import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Block } from './block.ts'
import type { Done, Work } from './match-block.ts'

export type Matched = { readonly block: Block; readonly done: Done }

/** What a block needs is gone with it: a large nursery, so that hardly anything grows old. */
const MEMORY = { maxYoungGenerationSizeMb: 64, maxOldGenerationSizeMb: 512 }

/** Blocks a thread has before it, so that it never waits for the reader. */
const AHEAD = 2

/**
 * Spreads blocks over threads, two or as many as there are cores, and gives the answers in the order
 * of the table. Only so many blocks are on the way that memory stays the same however long it is.
 */
export async function* matchedBlocks(
  blocks: AsyncIterable<Block>,
  work: Work,
): AsyncGenerator<Matched> {
  const crew = crewOf(Math.max(2, availableParallelism()), work)
  const waiting: { block: Block; done: Promise<Done> }[] = []
  try {
    for await (const block of blocks) {
      waiting.push({ block, done: crew.give(block) })
      if (waiting.length >= crew.size * AHEAD) yield await first(waiting)
    }
    while (waiting.length > 0) yield await first(waiting)
  } finally {
    await crew.end()
  }
}

async function first(waiting: { block: Block; done: Promise<Done> }[]): Promise<Matched> {
  const [one] = waiting
  if (!one) throw new Error('nothing is waiting')
  const done = await one.done
  waiting.shift()
  return { block: one.block, done }
}

type Waiting = { readonly done: (of: Done) => void; readonly failed: (why: unknown) => void }

function crewOf(size: number, work: Work) {
  const waiting = new Map<number, Waiting>()
  const fail = (why: unknown) => {
    for (const one of waiting.values()) one.failed(why)
    waiting.clear()
  }
  const threads = Array.from({ length: size }, () => {
    const file = new URL('./match-worker.ts', import.meta.url)
    const thread = new Worker(file, { workerData: work, resourceLimits: MEMORY })
    thread.on('message', ({ id, done }: { id: number; done: Done }) => {
      waiting.get(id)?.done(done)
      waiting.delete(id)
    })
    thread.on('error', fail)
    return thread
  })
  let given = 0
  return {
    size,
    give(block: Block): Promise<Done> {
      const id = given
      given += 1
      const answered = new Promise<Done>((done, failed) => waiting.set(id, { done, failed }))
      // It is awaited later, in its turn: until then a failure is not unheard of.
      answered.catch(() => {})
      threads[id % size]?.postMessage({ id, block })
      return answered
    },
    end: () => Promise.all(threads.map((thread) => thread.terminate())),
  }
}
