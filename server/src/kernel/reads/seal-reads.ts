import type { Day } from '../day.ts'
import type { Entry } from '../record/entry.ts'
import { listRecordOfKind, record } from '../record/record.ts'
import type { ReadTx, WriteTx } from '../transactions.ts'
import { hashOfReads, type ReadEntry, type ReadId } from './reads.ts'
import { selectDaysBefore, selectReadsBefore, selectReadsOf } from './reads-store.ts'

/** The subject kind of the seals on the record; its id is the day. */
export const SEALS = 'reads'

export type Seal = { readonly on: Day; readonly count: number; readonly hash: string }

/** Puts the hash of each past day's readings on the record, once a day; for the clock, as the machine. */
export async function sealReads(tx: WriteTx): Promise<number> {
  const sealed = new Set((await listSeals(tx)).map((seal) => seal.on))
  const days = (await selectDaysBefore(tx, tx.today)).filter((on) => !sealed.has(on))
  for (const on of days) {
    const reads = await selectReadsOf(tx, on)
    await record(tx, {
      act: 'reads.seal',
      subject: { kind: SEALS, id: on },
      detail: { count: reads.length, hash: hashOfReads(reads) },
    })
  }
  return days.length
}

/** The first sealed day whose readings are not what was sealed; null when all are. */
export async function verifyReads(tx: ReadTx): Promise<Day | null> {
  for (const seal of await listSeals(tx)) {
    if (!fits(seal, await selectReadsOf(tx, seal.on))) return seal.on
  }
  return null
}

/** The newest readings, newest first, from after an id. */
export function listReads(
  tx: ReadTx,
  page: { readonly before: ReadId | null; readonly limit: number },
): Promise<ReadEntry[]> {
  return selectReadsBefore(tx, page.before, page.limit)
}

export function sealIn(entry: Entry): Seal {
  const { count, hash } = entry.detail as { count: number; hash: string }
  return { on: entry.subject.id as Day, count, hash }
}

export function fits(seal: Seal, reads: readonly ReadEntry[]): boolean {
  return reads.length === seal.count && hashOfReads(reads) === seal.hash
}

async function listSeals(tx: ReadTx): Promise<Seal[]> {
  return (await listRecordOfKind(tx, SEALS)).map(sealIn)
}
