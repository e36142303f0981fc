import type { Columns } from '../../../../policy/src/bulk.ts'
import { isWhole } from '../../../../policy/src/columns/text.ts'
import { FUNCTION_NAMES } from '../../../../policy/src/lower/functions.ts'
import type { Id, Op } from '../../../../policy/src/lower/op.ts'

export type Known = {
  readonly ops: readonly Op[]
  readonly columns: Columns
  readonly fixed: ReadonlyMap<Id, number>
}

/** Whether C holds it as an int. */
export function isInt({ ops, columns }: Known, id: Id): boolean {
  const op = ops[id]
  if (op?.is !== 'value') return isWhole(op)
  const { records, at } = op
  const cells = records < 0 ? columns.cells : columns.records[records]?.cells
  return !(cells?.[at]?.values instanceof Float64Array)
}

type Written = (of: readonly string[], op: Op) => string

const infix =
  (sign: string): Written =>
  ([a, b]) =>
    `${a} ${sign} ${b}`
/** Bits: an operand may be held as a double. */
const bits =
  (sign: string): Written =>
  ([a, b]) =>
    `(int)(${a}) ${sign} (int)(${b})`
const compared =
  (sign: string): Written =>
  ([a, b]) =>
    `(${a}) ${sign} (${b})`
const chosen: Written = ([when, a, b]) => `(${when}) ? (${a}) : (${b})`
const CELLS = { value: 'v', state: 's', 'rows-state': 'r' } as const

/** Whether it is read where the column stands. */
export const isCell = ({ ops }: Known, id: Id): boolean => (ops[id]?.is ?? '') in CELLS

/** Tables of a few places are written as choices, which vectors have. */
const WRITTEN: Readonly<Partial<Record<Op['is'], Written>>> = {
  add: infix('+'),
  sub: infix('-'),
  mul: infix('*'),
  div: infix('/'),
  lt: compared('<'),
  le: compared('<='),
  gt: compared('>'),
  ge: compared('>='),
  eq: compared('=='),
  ne: compared('!='),
  or: bits('|'),
  and: bits('&'),
  xor: bits('^'),
  shr: bits('>>'),
  shl: bits('<<'),
  min: ([a, b]) => `(${a}) < (${b}) ? (${a}) : (${b})`,
  max: ([a, b]) => `(${a}) > (${b}) ? (${a}) : (${b})`,
  abs: ([a]) => `__builtin_fabs(${a})`,
  neg: ([a]) => `-(${a})`,
  lack: ([a]) => `(${a} & 2) ? 2 : (${a} & 4) ? 4 : ${a}`,
  any: ([a]) => `(${a} & 8) ? 8 : (${a} & 2) ? 2 : (${a} & 4) ? 4 : 1`,
  not: ([a]) => `(${a} == 1) ? 8 : (${a} == 8) ? 1 : ${a}`,
  low: ([a]) => `${a} & -${a}`,
  truth: ([holds, s]) => `((${holds} * 7 + 1) & ((${s} - 1) >> 31)) | ${s}`,
  select: chosen,
  pick: ([when, a, b]) => chosen([`${when}`, `(int)(${a})`, `(int)(${b})`], NO_OP),
  test: ([code], { at }) => `T${at}[${code}]`,
  order: ([, difference, a, b, c, d]) => `order(${difference}, ${a}, ${b}, ${c}, ${d})`,
  exact: ([, value]) => `${value}`,
  call: ([a, b], { at }) => {
    if (FUNCTION_NAMES[at] !== 'down') throw new Error(`no C for ${FUNCTION_NAMES[at]}`)
    return `__builtin_trunc(${a} / ${b})`
  },
}

const NO_OP: Op = { is: 'constant', of: [], at: 0, records: -1, level: 0, fixed: true }

/** @throws Error for an operation that the bench's measure does not need */
export function expression(known: Known, id: Id): string {
  const op = known.ops[id]
  const written = op && WRITTEN[op.is]
  if (!written) throw new Error(`no C for ${op?.is}`)
  return written(
    op.of.map((one) => nameIn(known, one)),
    op,
  )
}

/** A number, a cell, or what an earlier loop left at a place of its array. */
export function nameIn(known: Known, id: Id, place = 'i'): string {
  const number = known.fixed.get(id)
  if (number !== undefined) return Number.isNaN(number) ? 'NAN' : `(${number})`
  const op = known.ops[id]
  if (!(op && isCell(known, id))) return `z${id}[${place}]`
  const { is, at, records } = op
  const prefix = CELLS[is as keyof typeof CELLS]
  return records < 0
    ? `${prefix}${at}[from + ${place}]`
    : `${prefix}${records}_${at}[first + ${place}]`
}
