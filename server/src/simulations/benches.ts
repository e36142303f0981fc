import { Worker } from 'node:worker_threads'
import { type Id, newId, type PersonId, refusal, type ZoneId } from '../kernel/index.ts'
import type { Asked, Setting } from './simulated.ts'

/** Whose a simulation is: nobody else's runs are answered from it. */
export type Owner = { readonly zone: ZoneId; readonly person: PersonId }

export type Bench = {
  readonly id: string
  readonly owner: Owner
  readonly about: Setting
  ask<Answer>(asked: Asked): Promise<Answer>
  end(): void
}

const MOST = 3
const IDLE_MS = 10 * 60_000
const PATIENCE_MS = 60_000
const MEMORY_MB = 1_536

const benches = new Map<string, Bench>()

/** A thread of its own with limits of its own; the one longest unused makes room. */
export function openBench(owner: Owner, about: Bench['about']): Bench {
  for (const one of benches.values()) if (one.owner.person === owner.person) one.end()
  const [oldest] = benches.values()
  if (benches.size >= MOST) oldest?.end()
  const bench = threadFor(owner, about)
  benches.set(bench.id, bench)
  return bench
}

/** Refuses `simulation.ended` for one that has ended, or is somebody else's. */
export function benchOf(owner: Owner, id: string): Bench {
  const bench = benches.get(id)
  const theirs = bench?.owner.zone === owner.zone && bench.owner.person === owner.person
  if (!bench || !theirs) return refusal('simulation.ended')
  return bench
}

type Waiting = { done(answer: never): void; failed(why: unknown): void }

function threadFor(owner: Owner, about: Bench['about']): Bench {
  const id = newId<Id<'BenchId'>>()
  const file = new URL('./bench-thread.ts', import.meta.url)
  const resourceLimits = { maxOldGenerationSizeMb: MEMORY_MB }
  const thread = new Worker(file, { workerData: about, resourceLimits })
  const waiting = new Map<number, Waiting>()
  let asking = 0
  let idle: NodeJS.Timeout | null = null
  const end = (why: unknown = new Error('the simulation has ended')) => {
    benches.delete(id)
    if (idle) clearTimeout(idle)
    for (const one of waiting.values()) one.failed(why)
    waiting.clear()
    void thread.terminate()
  }
  thread.on('message', (told: { id: number; answer: never }) => {
    waiting.get(told.id)?.done(told.answer)
    waiting.delete(told.id)
  })
  thread.on('error', end)
  thread.unref()
  const ask = <Answer>(asked: Asked) => {
    if (idle) clearTimeout(idle)
    idle = setTimeout(end, IDLE_MS).unref()
    asking += 1
    const own = asking
    return new Promise<Answer>((done, failed) => {
      const late = setTimeout(() => end(new Error('a simulation took too long')), PATIENCE_MS)
      const over = () => clearTimeout(late)
      waiting.set(own, {
        done: (answer) => {
          over()
          done(answer)
        },
        failed: (why) => {
          over()
          failed(why)
        },
      })
      thread.postMessage({ id: own, asked })
    })
  }
  return { id, owner, about, ask, end: () => end() }
}
