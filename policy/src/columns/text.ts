import { FUNCTION_NAMES } from '../lower/functions.ts'
import type { Id, Op, OpName } from '../lower/op.ts'

/** The JavaScript of one operation, given the names of what it needs. */
type Written = (of: readonly string[], op: Op) => string

const infix =
  (sign: string): Written =>
  ([a, b]) =>
    `${a} ${sign} ${b}`

/** A comparison as 0 or 1 without a branch. */
const compared =
  (sign: string): Written =>
  ([a, b]) =>
    `(${a} ${sign} ${b}) | 0`

const loaded =
  (prefix: string): Written =>
  (_, { at, records }) =>
    records < 0 ? `${prefix}${at}[i]` : `${prefix}${records}_${at}[j]`

const WRITTEN: Readonly<Record<OpName, Written>> = {
  add: infix('+'),
  sub: infix('-'),
  mul: infix('*'),
  div: infix('/'),
  lt: compared('<'),
  le: compared('<='),
  gt: compared('>'),
  ge: compared('>='),
  eq: compared('==='),
  ne: compared('!=='),
  or: infix('|'),
  and: infix('&'),
  xor: infix('^'),
  shr: infix('>>'),
  shl: infix('<<'),
  min: ([a, b]) => `Math.min(${a}, ${b})`,
  max: ([a, b]) => `Math.max(${a}, ${b})`,
  constant: (_, { at }) => literal(at),
  parameter: (_, { at }) => `P[${at}]`,
  value: loaded('v'),
  state: loaded('s'),
  'rows-state': (_, { at }) => `r${at}[i]`,
  abs: ([a]) => `Math.abs(${a})`,
  neg: ([a]) => `-${a}`,
  lack: ([a]) => `LACK[${a}]`,
  low: ([a]) => `${a} & -${a}`,
  any: ([a]) => `ANY[${a}]`,
  not: ([a]) => `NOT[${a}]`,
  truth: ([holds, s]) =>
    s === '0' ? `${holds} * 7 + 1` : `((${holds} * 7 + 1) & ((${s} - 1) >> 31)) | ${s}`,
  select: ([when, a, b]) => `${when} === 1 ? ${a} : ${b}`,
  pick: ([when, a, b]) => `${b} ^ ((${a} ^ ${b}) & -${when})`,
  test: ([code], { at }) => `T${at}[${code}]`,
  call: (of, { at }) => `F[${JSON.stringify(FUNCTION_NAMES[at])}](${of.join(', ')})`,
  working: (of) => `M.working(${of.join(', ')})`,
  fuzz: ([n, e]) =>
    `${e} === 0 && Math.abs(${n}) < 9007199254740992 ? 0 : ${e} + Math.abs(${n}) * 2.220446049250313e-16`,
  near: ([difference, e, s]) =>
    `((${s} === 0 && ${e} > 0 && Math.abs(${difference}) <= ${e} * 1.001) || ${e} === Infinity) | 0`,
  order: ([close, difference, ...of]) =>
    `${close} === 1 ? M.order([${of.join(', ')}]) : ${difference}`,
  exact: ([near, value], { at, records }) =>
    `${near} === 1 ? M.exact(${at}, i, ${records < 0 ? '-1' : 'j'}) : ${value}`,
  'reduce-add': ([a]) => `+ ${a}`,
  'reduce-or': ([a]) => `| ${a}`,
  'reduce-min': ([a]) => `${a}`,
  'reduce-max': ([a]) => `${a}`,
}

export function literal(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  return value < 0 ? `(${value})` : String(value)
}

/** A name, or the number itself. */
export function nameOf(ops: readonly Op[], id: Id): string {
  const op = ops[id]
  return op?.is === 'constant' ? literal(op.at) : `t${id}`
}

export function written(ops: readonly Op[], id: Id): string {
  const op = ops[id]
  if (!op) throw new RangeError(`no such operation: ${id}`)
  return WRITTEN[op.is](
    op.of.map((one) => nameOf(ops, one)),
    op,
  )
}

/** `const t7 = t3 + t5`; nothing for a constant. */
export function statement(ops: readonly Op[], id: Id): string {
  return ops[id]?.is === 'constant' ? '' : `const t${id} = ${written(ops, id)}`
}

/** `t7 += t3` and its like. */
export function gathering(ops: readonly Op[], id: Id): string {
  const op = ops[id]
  const of = nameOf(ops, op?.of[0] ?? 0)
  if (op?.is === 'reduce-add') return `t${id} += ${of}`
  if (op?.is === 'reduce-or') return `t${id} |= ${of}`
  return `t${id} = Math.${op?.is === 'reduce-min' ? 'min' : 'max'}(t${id}, ${of})`
}

const WHOLE: readonly OpName[] = [
  ...(['lt', 'le', 'gt', 'ge', 'eq', 'ne', 'or', 'and', 'xor', 'shr', 'shl'] as const),
  ...([
    'lack',
    'low',
    'any',
    'not',
    'truth',
    'pick',
    'test',
    'near',
    'state',
    'rows-state',
  ] as const),
  'reduce-or',
]

/** Whether what it gives fits 32 bits. */
export const isWhole = (op: Op | undefined): boolean => op !== undefined && WHOLE.includes(op.is)
