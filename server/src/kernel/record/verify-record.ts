import type { ZoneId } from '../ids.ts'
import type { ReadTx } from '../transactions.ts'
import { type Entry, FIRST_PREV, hashOf } from './entry.ts'
import { findHead, selectAfter } from './record-store.ts'

const PAGE = 1000

export type Anchor = { readonly seq: number; readonly hash: string }

export type RecordVerdict =
  | { readonly intact: true; readonly entries: number; readonly head: Anchor }
  | { readonly intact: false; readonly entries: number; readonly broken: Broken }

/** The first entry that does not fit, and in what way. */
export type Broken = {
  readonly seq: number
  readonly why: 'missing' | 'altered' | 'not-chained' | 'cut-off' | 'not-as-anchored'
}

/** Checks a zone's entries one after another, wherever they come from. */
export interface ChainChecker {
  /** What is wrong with the next entry; null when it fits. */
  next(entry: Entry): Broken['why'] | null
  /** The verdict when there are no more; the head is the zone's, when it has one. */
  end(head: Anchor | null): RecordVerdict
  readonly last: Anchor
}

export function chainChecker(zone: ZoneId, anchors: readonly Anchor[]): ChainChecker {
  const anchored = new Map(anchors.map((anchor) => [anchor.seq, anchor.hash]))
  let last: Anchor = { seq: 0, hash: FIRST_PREV }
  return {
    get last() {
      return last
    },
    next(entry) {
      const why = wrongWith(zone, entry, last) ?? againstAnchor(entry, anchored)
      if (!why) last = { seq: entry.seq, hash: entry.hash }
      return why
    },
    end: (head) => verdictAtEnd(head, last, Math.max(0, ...anchored.keys())),
  }
}

/**
 * Re-computes every hash of the zone's record, a page at a time, and names the first entry that
 * breaks the chain. Entries cut off at the end show against the head row; a chain rewritten as a
 * whole shows only against anchors kept outside the database, all of which are checked in the same
 * pass. Needs a transaction that sees the whole zone.
 */
export async function verifyRecord(
  tx: ReadTx,
  given: Anchor | readonly Anchor[] = [],
): Promise<RecordVerdict> {
  const checker = chainChecker(tx.zone, 'seq' in given ? [given] : given)
  for (;;) {
    const page = await selectAfter(tx, checker.last.seq, PAGE)
    for (const entry of page) {
      const { seq } = checker.last
      const why = checker.next(entry)
      if (why) return broken(seq + 1, seq, why)
    }
    if (page.length < PAGE) return checker.end(await findHead(tx))
  }
}

function wrongWith(zone: ZoneId, entry: Entry, last: Anchor): Broken['why'] | null {
  if (entry.seq !== last.seq + 1) return 'missing'
  if (hashOf(zone, entry) !== entry.hash) return 'altered'
  return entry.prev === last.hash ? null : 'not-chained'
}

function againstAnchor(entry: Entry, anchored: ReadonlyMap<number, string>): Broken['why'] | null {
  const hash = anchored.get(entry.seq)
  return hash === undefined || hash === entry.hash ? null : 'not-as-anchored'
}

function verdictAtEnd(head: Anchor | null, last: Anchor, anchoredTo: number): RecordVerdict {
  const expected = Math.max(head?.seq ?? 0, anchoredTo)
  if (last.seq < expected) return broken(last.seq + 1, last.seq, 'cut-off')
  if (head && (head.seq !== last.seq || head.hash !== last.hash)) {
    return broken(last.seq, last.seq, 'not-chained')
  }
  return { intact: true, entries: last.seq, head: last }
}

function broken(seq: number, entries: number, why: Broken['why']): RecordVerdict {
  return { intact: false, entries, broken: { seq, why } }
}
