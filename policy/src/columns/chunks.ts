import type { Id, Op } from '../lower/op.ts'
import { needed } from '../lower/schedule.ts'

/** A stretch of the graph that becomes one function: V8 gives up on much larger ones. */
export type Chunk = {
  readonly wanted: readonly Id[]
  readonly ids: ReadonlySet<Id>
  /** What an earlier chunk left in scratch, and what this one leaves for later ones. */
  readonly taken: ReadonlySet<Id>
  readonly left: ReadonlySet<Id>
}

/** About 50 criteria. */
const MOST_OPS = 600

export function chunksOf(ops: readonly Op[], wanted: readonly Id[]): readonly Chunk[] {
  const groups = grouped(ops, wanted)
  const alone = groups.map((group) => needed(ops, group))
  const shared = sharedBy(ops, alone)
  const made = new Set<Id>()
  const drafts = groups.map((group) => {
    const taken = new Set<Id>()
    const ids = needed(ops, group, (id) => {
      const is = made.has(id)
      if (is) taken.add(id)
      return is
    })
    const own = new Set([...ids].filter((id) => !taken.has(id)))
    for (const id of own) if (shared.has(id)) made.add(id)
    return { wanted: group, ids: own, taken }
  })
  const everTaken = new Set(drafts.flatMap(({ taken }) => [...taken]))
  const seen = new Set<Id>()
  return drafts.map((draft) => {
    const left = new Set([...draft.ids].filter((id) => everTaken.has(id) && !seen.has(id)))
    for (const id of left) seen.add(id)
    return { ...draft, left }
  })
}

/** Wanted operations in order, as many together as keep a function small. */
function grouped(ops: readonly Op[], wanted: readonly Id[]): readonly (readonly Id[])[] {
  const groups: Id[][] = []
  let seen: ReadonlySet<Id> = new Set()
  let size = Number.POSITIVE_INFINITY
  for (const id of wanted) {
    const before = seen
    const more = needed(ops, [id], (one) => before.has(one))
    const added = [...more].filter((one) => !before.has(one)).length
    if (size + added > MOST_OPS) {
      groups.push([])
      seen = new Set()
      size = 0
    }
    groups.at(-1)?.push(id)
    seen = new Set([...seen, ...needed(ops, [id])])
    size = seen.size
  }
  return groups
}

const FEW_OPS = 10
const CHEAP: readonly Op['is'][] = ['constant', 'parameter', 'value', 'state', 'rows-state']

/** What several chunks need and is worth keeping: no loads, nothing inside a loop. */
function sharedBy(ops: readonly Op[], alone: readonly ReadonlySet<Id>[]): ReadonlySet<Id> {
  const counts = new Map<Id, number>()
  for (const ids of alone) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  const worth = ([id, count]: readonly [Id, number]) => {
    const op = ops[id]
    const kept = count > 1 && op && !op.fixed && op.records < 0 && !CHEAP.includes(op.is)
    // What a few steps make again is made again: scratch must stay in cache.
    return kept && needed(ops, [id]).size > FEW_OPS
  }
  return new Set([...counts].filter(worth).map(([id]) => id))
}
