import { VISITOR } from '../actor.ts'
import type { ReadTx, WriteTx } from '../transactions.ts'
import { type Entry, entryActor, FIRST_PREV, hashOf, type NewEntry, type Subject } from './entry.ts'
import {
  type Head,
  insertEntry,
  insertReaders,
  lockHead,
  moveHead,
  openHead,
  selectAfter,
  selectByKind,
  selectBySubject,
  selectOfSubjects,
} from './record-store.ts'
import { hasSeals, takeSeals, withSeals } from './seal-rows.ts'

/** Heads this process holds locked, by transaction: a second entry need not lock again. */
const heldHeads = new WeakMap<WriteTx, Head>()

/**
 * Appends to the zone's tamper-evident record. It locks the zone's head row until the transaction
 * ends, so record as the last work of a transaction, after every other lock.
 */
export async function record(tx: WriteTx, entry: NewEntry): Promise<Entry> {
  const head = await holdHead(tx)
  const told = {
    seq: head.seq + 1,
    at: tx.now,
    on: tx.today,
    act: entry.act,
    subject: entry.subject,
    actor: entryActor(entry.isUnnamed ? VISITOR : tx.actor),
    as: entry.as ?? null,
    onBehalfOf: entry.onBehalfOf ?? null,
    reason: entry.reason ?? null,
    cite: entry.cite ?? null,
    detail: withSeals(entry.detail ?? null, takeSeals(tx)),
    prev: head.hash,
  }
  const kept: Entry = { ...told, hash: hashOf(tx.zone, told) }
  await insertEntry(tx, kept)
  if (entry.readers?.length) await insertReaders(tx, entry.subject, entry.readers)
  await setHead(tx, { ...head, seq: kept.seq, hash: kept.hash })
  return kept
}

/** Seals that no entry of the transaction took up get one of their own. */
export async function recordSeals(tx: WriteTx): Promise<void> {
  if (hasSeals(tx)) await record(tx, { act: 'rows.seal', subject: { kind: 'rows', id: tx.zone } })
}

/** The entries about a subject that the actor may read, oldest first. */
export function listRecord(tx: ReadTx, subject: Subject): Promise<Entry[]> {
  return selectBySubject(tx, subject)
}

/** The entries about several subjects of a kind that the actor may read, oldest first. */
export function listRecordOf(tx: ReadTx, kind: string, ids: readonly string[]): Promise<Entry[]> {
  return selectOfSubjects(tx, kind, ids)
}

/** The entries about every subject of a kind that the actor may read, oldest first: for rare kinds. */
export function listRecordOfKind(tx: ReadTx, kind: string): Promise<Entry[]> {
  return selectByKind(tx, kind)
}

/** Up to `limit` entries after a sequence number, oldest first: pages of the whole record. */
export function listRecordAfter(tx: ReadTx, seq: number, limit: number): Promise<Entry[]> {
  return selectAfter(tx, seq, limit)
}

/** The zone's head, locked until the transaction ends. */
export async function holdHead(tx: WriteTx): Promise<Head> {
  const held = heldHeads.get(tx) ?? (await lockHead(tx))
  heldHeads.set(tx, held)
  return held
}

export async function setHead(tx: WriteTx, head: Head): Promise<void> {
  await moveHead(tx, head)
  heldHeads.set(tx, head)
}

/** Gives a new zone its empty record; nothing happens when it has one. */
export function openRecord(tx: WriteTx): Promise<void> {
  return openHead(tx, FIRST_PREV)
}
