import {
  type Day,
  type Entry,
  type Instant,
  listRecord,
  listRecordOfKind,
  type Post,
  type ReadTx,
  record,
  refusal,
  type WriteTx,
} from '../kernel/index.ts'
import type { Movement } from './run-limit.ts'

/** A movement as the record keeps it: with cause, article, person and the clock it is of. */
export type Moved = Movement & {
  readonly seq: number
  readonly at: Instant
  /** Which clock: the act it waits for, the day it runs from, and the how-manieth filing. */
  readonly clock: string
  readonly cause: string
  readonly cite: string
  readonly by: string
  readonly office: Post['officeName'] | null
}

export type NewMovement = {
  readonly caseId: string
  readonly clock: string
  readonly move: Movement['move']
  /** Working days, or days where the limit counts days; with `extend` only. */
  readonly length?: number
  readonly cause: string
  readonly as: Post | null
  readonly readers: readonly string[]
}

/** The law that lets an office move its own clock. */
export const GROUNDS = {
  suspend: '行政许可法第45条',
  resume: '行政许可法第45条',
  extend: '行政许可法第42条',
} as const satisfies Record<Movement['move'], string>

/** An extension needs the head of the office and is ten working days at most (行政许可法 第42条). */
export const MOST_EXTENDED = 10

const subjectOf = (caseId: string) => ({ kind: 'clock', id: caseId })

/** Everything that befell the clocks of one case, oldest first, as far as the actor may read it. */
export async function listMovements(tx: ReadTx, caseId: string): Promise<Moved[]> {
  return (await listRecord(tx, subjectOf(caseId))).map(movedOf)
}

/** The same for every case of the zone that has any, by case. */
export async function listAllMovements(tx: ReadTx): Promise<ReadonlyMap<string, Moved[]>> {
  const entries = await listRecordOfKind(tx, 'clock')
  const byCase = Map.groupBy(entries, (entry) => entry.subject.id)
  return new Map([...byCase].map(([id, of]) => [id, of.map(movedOf)]))
}

/**
 * Writes one movement on the record. Refuses `clock.cause-missing`, `clock.already-suspended`,
 * `clock.not-suspended`, and `clock.extension` for a length that is not 1 to 10 or a second one.
 */
export async function recordMovement(tx: WriteTx, moving: NewMovement): Promise<void> {
  const before = (await listMovements(tx, moving.caseId)).filter(
    (one) => one.clock === moving.clock,
  )
  refuseMisfit(moving, before)
  const { clock, move, length } = moving
  await record(tx, {
    act: `clock.${move}`,
    subject: subjectOf(moving.caseId),
    as: moving.as,
    reason: moving.cause.trim(),
    cite: GROUNDS[move],
    detail: { clock, ...(move === 'extend' ? { length: length ?? 0 } : {}) },
    readers: moving.readers,
  })
}

function refuseMisfit(moving: NewMovement, before: readonly Moved[]): void {
  if (moving.cause.trim() === '') refusal('clock.cause-missing', {}, { field: 'cause' })
  const last = before.filter((one) => one.move !== 'extend').at(-1)
  const isSuspended = last?.move === 'suspend'
  if (moving.move === 'suspend' && isSuspended) {
    refusal('clock.already-suspended', { on: last.on })
  }
  if (moving.move === 'resume' && !isSuspended) refusal('clock.not-suspended')
  if (moving.move !== 'extend') return
  const { length = 0 } = moving
  if (!Number.isInteger(length) || length < 1 || length > MOST_EXTENDED) {
    refusal('clock.extension', { most: MOST_EXTENDED }, { field: 'length' })
  }
  const extended = before.find((one) => one.move === 'extend')
  if (extended) refusal('clock.extended-before', { on: extended.on })
}

type Detail = { readonly clock: string; readonly length?: number }

function movedOf(entry: Entry): Moved {
  const { clock, length = 0 } = entry.detail as Detail
  const about = {
    seq: entry.seq,
    at: entry.at,
    on: entry.on as Day,
    clock,
    cause: entry.reason ?? '',
    cite: entry.cite ?? '',
    by: entry.actor.name,
    office: entry.as?.officeName ?? null,
  }
  const move = entry.act.slice('clock.'.length) as Movement['move']
  return move === 'extend' ? { ...about, move, length } : { ...about, move }
}
