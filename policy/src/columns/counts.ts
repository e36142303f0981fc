import type { Plan } from '../lower/lower.ts'
import type { Id } from '../lower/op.ts'
import { codeOf, type Sink } from './code.ts'
import type { Buffer, Columns } from './columns.ts'
import { interpretRow } from './interpret-row.ts'
import { type Asked, machineFor } from './machine.ts'
import { type Tunable, tunable } from './tunable.ts'

/** Groups of rows, by a small number each: district, industry, size. */
export type Groups = { readonly of: Int32Array | Uint8Array; readonly size: number }

/** How many rows of each group got each answer of each service, and what that costs in fen. */
export type Counts = {
  readonly groups: number
  /** [group, service, answer]: 0 not met, 1 unknown, 2 unavailable, 3 met. */
  readonly rows: Float64Array
  /** [group, service]: what is payable where it is met and known. */
  readonly fen: Float64Array
}

export function countsFor(
  plan: Plan,
  { groups = 1, buffer = (bytes) => new ArrayBuffer(bytes) }: { groups?: number; buffer?: Buffer },
): Counts {
  const size = plan.services.length * groups
  return {
    groups,
    rows: new Float64Array(buffer(size * 4 * 8)),
    fen: new Float64Array(buffer(size * 8)),
  }
}

type Bound = {
  readonly columns: Columns
  readonly counts: Counts
  readonly asked: Asked
  readonly groups?: Groups
}

const CODE = [0, 0, 1, 0, 2, 0, 0, 0, 3]

/** Column code that keeps nothing of a row: only counts and cost. */
export function counter(plan: Plan, bound: Bound): Tunable {
  const { columns, counts, asked, groups } = bound
  return tunable(plan, {
    code: (one) => codeOf(one, wantedBy(one), sinksOf(one, groups !== undefined)),
    start: (one, bind) => {
      const out = { rows: counts.rows, fen: counts.fen, of: groups?.of ?? null, by: 1 }
      const run = bind({ columns, machine: machineFor(one, columns, asked), out })
      return (from, to) => {
        run(from, to)
        // What the columns said of an odd row is taken back, and the interpreter's put in its place.
        for (const row of columns.odd.keys()) {
          if (row < from || row >= to) continue
          out.by = -1
          run(row, row + 1)
          out.by = 1
          countRow(bound, row, one)
        }
      }
    },
  })
}

function countRow({ columns, counts, asked, groups }: Bound, row: number, plan: Plan): void {
  const { conditions, amounts } = interpretRow(plan, columns, { ...asked, row })
  const group = (groups?.of[row] ?? 0) * plan.services.length
  for (const [at, { condition, payable }] of plan.services.entries()) {
    const code = CODE[conditions[condition] ?? 2] ?? 1
    const fen = amounts[at]?.payable ?? Number.NaN
    counts.rows[(group + at) * 4 + code] = (counts.rows[(group + at) * 4 + code] ?? 0) + 1
    if (payable === null || code !== 3 || Number.isNaN(fen)) continue
    counts.fen[group + at] = (counts.fen[group + at] ?? 0) + fen
  }
}

function wantedBy(plan: Plan): readonly Id[] {
  return plan.services.flatMap(({ condition, payable }) => [
    plan.conditions[condition]?.t ?? 0,
    ...(payable === null ? [] : [payable]),
  ])
}

function sinksOf(plan: Plan, grouped: boolean): readonly Sink[] {
  return plan.services.map(({ condition, payable }, at): Sink => {
    const t = plan.conditions[condition]?.t ?? 0
    const place = grouped ? `out.of[i] * ${plan.services.length} + ${at}` : `${at}`
    return {
      of: payable === null ? [t] : [t, payable],
      write: ([answer, fen]) => {
        const count = `out.rows[(${place}) * 4 + (31 - Math.clz32(${answer}))] += out.by`
        if (fen === undefined) return count
        return `${count}\nif (${answer} === 8 && ${fen} === ${fen}) out.fen[${place}] += ${fen} * out.by`
      },
    }
  })
}
