import type { Id, Op, OpName } from '../lower/op.ts'

/** Operations of one name of which none needs another. */
export type Batch = { readonly is: OpName; readonly ids: readonly Id[] }

/**
 * The same work in as few batches as go well: of what is ready, always the most numerous name. A
 * loop over many alike is some times faster than a jump for each.
 */
export function batchesOf(ops: readonly Op[], ids: readonly Id[]): readonly Batch[] {
  const { waits, users } = needsAmong(ops, ids)
  const ready = new Map<OpName, Id[]>()
  const offer = (id: Id) => {
    const is = ops[id]?.is ?? 'constant'
    ready.set(is, [...(ready.get(is) ?? []), id])
  }
  for (const id of ids) if (waits.get(id) === 0) offer(id)
  const batches: Batch[] = []
  while (ready.size > 0) {
    const batch = mostOf(ready)
    ready.delete(batch.is)
    batches.push(batch)
    for (const user of batch.ids.flatMap((id) => users.get(id) ?? [])) {
      const left = (waits.get(user) ?? 0) - 1
      waits.set(user, left)
      if (left === 0) offer(user)
    }
  }
  return batches
}

/** How many of the others each waits for, and who waits for it. */
function needsAmong(ops: readonly Op[], ids: readonly Id[]) {
  const own = new Set(ids)
  const waits = new Map<Id, number>()
  const users = new Map<Id, Id[]>()
  for (const id of ids) {
    const needs = [...new Set(ops[id]?.of)].filter((one) => own.has(one))
    waits.set(id, needs.length)
    for (const one of needs) users.set(one, [...(users.get(one) ?? []), id])
  }
  return { waits, users }
}

function mostOf(ready: ReadonlyMap<OpName, readonly Id[]>): Batch {
  const [is, ids] = [...ready].reduce((most, one) => (one[1].length > most[1].length ? one : most))
  return { is, ids }
}
