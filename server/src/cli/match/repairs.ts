import type { Answers } from '@banfa/policy/bulk'
import { conditionsIn } from '@banfa/policy/run'
import { type Bench, only } from './bench.ts'
import { codeIn, NOT_MET, standsAt } from './codes.ts'
import { rootOf } from './missing.ts'
import { type Change, changesFor, repairInWords } from './repair.ts'

/** After a run: the verified repair of a refused row, in words; null where none was found. */
export type Repairs = (all: Answers) => (row: number) => string | null

type Plan = { readonly changes: readonly Cell[]; readonly says: string }
type Cell = { readonly at: number; readonly value: number }

/**
 * Proposals for all refused rows of a slice at once. Rows whose conditions stand alike have the same
 * proposal; its thresholds are written into the columns, the service is run again by the same code,
 * and only rows that are no longer refused keep it.
 */
export function repairsOn(
  bench: Bench,
  service: string,
  places: ReadonlyMap<string, number>,
): Repairs {
  const { program, plan } = bench
  const condition = plan.services.find(({ name }) => name === service)?.condition ?? 0
  const root = rootOf(program, service)
  const own = root ? conditionsIn(root).map(({ name }) => places.get(name) ?? 0) : []
  const known = new Map<number | string, Plan | null>()
  const planAt = (all: Answers, row: number): Plan | null => {
    const key = keyOf(all, own, row)
    const there = known.get(key)
    if (there !== undefined) return there
    const changes = root && changesFor(program, root, standsAt(all, places, row))
    const made = changes && changes.length > 0 ? planOf(bench, changes) : null
    if (known.size < KNOWN) known.set(key, made)
    return made
  }
  return (all) => {
    const proposed = new Map<number, Plan>()
    for (let row = 0; row < bench.rows; row += 1) {
      const proposal = codeIn(all, condition, row) === NOT_MET ? planAt(all, row) : null
      if (proposal && !bench.columns.odd.has(row)) proposed.set(row, proposal)
    }
    if (proposed.size === 0) return () => null
    const again = changed(bench, proposed, () => bench.answer(service, only(condition)))
    return (row) => {
      const proposal = proposed.get(row)
      return proposal && codeIn(again, 0, row) !== NOT_MET ? proposal.says : null
    }
  }
}

const KNOWN = 10_000
/** So many codes of two bits fit a whole number. */
const SHORT = 26

/** How all conditions of the service stand in a row, as one key. */
function keyOf(all: Answers, own: readonly number[], row: number): number | string {
  if (own.length > SHORT) return own.map((at) => codeIn(all, at, row)).join('')
  let key = 0
  for (const at of own) key = key * 4 + codeIn(all, at, row)
  return key
}

function planOf(bench: Bench, changes: readonly Change[]): Plan | null {
  const { columns } = bench.columns.layout
  const cells = changes.map(({ fact, amount }): Cell | null => {
    const at = columns.findIndex((one) => one.name === fact && one.kind === 'number')
    const { scale = 1, most = 0 } = columns[at] ?? {}
    const value = (Number(amount.over) * scale) / Number(amount.under)
    return at >= 0 && Number.isSafeInteger(value) && Math.abs(value) <= most ? { at, value } : null
  })
  const whole = cells.filter((one) => one !== null)
  return whole.length === cells.length ? { changes: whole, says: repairInWords(changes) } : null
}

/** Runs with the cells changed, and puts back what stood there. */
function changed<Answer>(
  { columns: { cells } }: Bench,
  proposed: ReadonlyMap<number, Plan>,
  run: () => Answer,
): Answer {
  const before = [...proposed].flatMap(([row, { changes }]) =>
    changes.map(({ at, value }) => put(cells[at], row, { value, state: 0 })),
  )
  try {
    return run()
  } finally {
    for (const putBack of before) putBack()
  }
}

type Held = Bench['columns']['cells'][number]

/** Writes one cell; what it gives writes back what was there. */
function put(
  cells: Held | undefined,
  row: number,
  { value, state }: { readonly value: number; readonly state: number },
): () => void {
  if (!cells) return () => undefined
  const was = { value: cells.values[row] ?? 0, state: cells.states?.[row] ?? 0 }
  cells.values[row] = value
  if (cells.states) cells.states[row] = state
  return () => void put(cells, row, was)
}
