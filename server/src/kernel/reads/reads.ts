import type { Actor } from '../actor.ts'
import { canonicalJson, sha256 } from '../canonical.ts'
import type { Day, Instant } from '../day.ts'
import { type Id, newId } from '../ids.ts'
import type { Kernel } from '../kernel.ts'
import { type EntryActor, entryActor } from '../record/entry.ts'
import type { Json } from '../words.ts'
import { insertReads } from './reads-store.ts'

export type ReadId = Id<'Read'>

/** One reading of personal data: who, when, by which address, whose. */
export type ReadEntry = {
  readonly id: ReadId
  readonly at: Instant
  readonly on: Day
  readonly actor: EntryActor
  readonly route: string
  readonly about: Json
}

/** Notes readings; the promise is kept once the note is on the disk. */
export type ReadLog = {
  note(read: { actor: Actor; route: string; about: Json }): Promise<void>
}

type Waiting = {
  readonly read: Omit<ReadEntry, 'at' | 'on'>
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

/**
 * A log for one process. Readings that come while one batch is being written go together into the
 * next, so that many at once cost few commits; nobody is answered before the note is kept
 * (个人信息保护法 第51条; GB/T 22239 安全审计).
 */
export function openReadLog(kernel: Kernel): ReadLog {
  let waiting: Waiting[] = []
  let isWriting = false
  const write = async () => {
    isWriting = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await writeBatch(kernel, batch)
    }
    isWriting = false
  }
  return {
    note: ({ actor, route, about }) =>
      new Promise((done, failed) => {
        const read = { id: newId<ReadId>(), actor: entryActor(actor), route, about }
        waiting.push({ read, done, failed })
        if (!isWriting) void write()
      }),
  }
}

async function writeBatch(kernel: Kernel, batch: readonly Waiting[]): Promise<void> {
  try {
    await kernel.writing({ kind: 'system', job: 'read-log' }, (tx) =>
      insertReads(
        tx,
        batch.map(({ read }) => ({ ...read, at: tx.now, on: tx.today })),
      ),
    )
    for (const { done } of batch) done()
  } catch (error) {
    for (const { failed } of batch) failed(error)
  }
}

/** What a day's readings are sealed with: SHA-256 over all of them in the order of their ids. */
export function hashOfReads(reads: readonly ReadEntry[]): string {
  const lines = reads
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((read) => `${canonicalJson(read as unknown as Json)}\n`)
  return sha256(lines.join(''))
}
