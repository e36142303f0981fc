import type { Id, Op } from './op.ts'

/** One stretch of work on a row: plain operations, or a loop over its records. */
export type Step =
  | { readonly kind: 'row'; readonly ids: readonly Id[] }
  | {
      readonly kind: 'loop'
      readonly records: number
      readonly body: readonly Id[]
      readonly reductions: readonly Id[]
    }

/** Everything the wanted operations need, themselves included; `stop` says what is at hand. */
export function needed(
  ops: readonly Op[],
  wanted: readonly Id[],
  stop: (id: Id) => boolean = () => false,
): ReadonlySet<Id> {
  const seen = new Set<Id>()
  const open = [...wanted]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    if (!stop(id)) open.push(...(ops[id]?.of ?? []))
  }
  return seen
}

const isReduction = (op: Op | undefined) => op?.is.startsWith('reduce-') === true

/** The order of work: what needs no loop, then all loops that can run at once, fused, and so on. */
export function schedule(ops: readonly Op[], ids: ReadonlySet<Id>): readonly Step[] {
  const all = [...ids].sort((a, b) => a - b).filter((id) => !ops[id]?.fixed)
  const levels = Math.max(0, ...all.map((id) => ops[id]?.level ?? 0))
  return Array.from({ length: levels + 1 }, (_, level) => level).flatMap((level) => {
    const at = all.filter((id) => ops[id]?.level === level)
    const row = at.filter((id) => ops[id]?.records === -1 && !isReduction(ops[id]))
    return [...loopsBefore(ops, at), { kind: 'row' as const, ids: row }]
  })
}

/** The loops whose reductions stand at a level: one for each kind of records. */
function loopsBefore(ops: readonly Op[], at: readonly Id[]): readonly Step[] {
  const reductions = at.filter((id) => isReduction(ops[id]))
  const kinds = [...new Set(reductions.map((id) => ops[id]?.at ?? 0))]
  return kinds.map((records) => {
    const own = reductions.filter((id) => ops[id]?.at === records)
    const body = needed(
      ops,
      own.flatMap((id) => ops[id]?.of ?? []),
      (id) => ops[id]?.records === -1,
    )
    const inside = [...body].filter((id) => ops[id]?.records === records).sort((a, b) => a - b)
    return { kind: 'loop' as const, records, body: inside, reductions: own }
  })
}
