import { ANY_OF, LACK_OF, NO, NOT_OF, type OpName } from '../lower/op.ts'

/** Numbers by the operation that gives them. */
export type Registers = Float64Array

/** Places of what a batch gives and of what it needs. */
export type Places = {
  readonly to: Int32Array
  readonly a: Int32Array
  readonly b: Int32Array
  readonly c: Int32Array
}

/** One batch worked out: a loop of its own for each operation, so that each stays plain machine code. */
export type Loop = (places: Places, r: Registers) => void

const at = (places: Int32Array, k: number): number => places[k] as number
const of = (r: Registers, places: Int32Array, k: number): number => r[places[k] as number] as number

/** 0 or 1 without a branch. */
const bit = (holds: boolean): number => (holds as unknown as number) | 0

export const LOOPS: Readonly<Partial<Record<OpName, Loop>>> = {
  add: ({ to, a, b }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = of(r, a, k) + of(r, b, k)
  },
  sub: ({ to, a, b }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = of(r, a, k) - of(r, b, k)
  },
  mul: ({ to, a, b }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = of(r, a, k) * of(r, b, k)
  },
  div: ({ to, a, b }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = of(r, a, k) / of(r, b, k)
  },
  lt: ({ to, a, b }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = bit(of(r, a, k) < of(r, b, k))
  },
  le: ({ to, a, b }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = bit(of(r, a, k) <= of(r, b, k))
  },
  gt: ({ to, a, b }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = bit(of(r, a, k) > of(r, b, k))
  },
  ge: ({ to, a, b }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = bit(of(r, a, k) >= of(r, b, k))
  },
  eq: ({ to, a, b }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = bit(of(r, a, k) === of(r, b, k))
  },
  ne: ({ to, a, b }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = bit(of(r, a, k) !== of(r, b, k))
  },
  or: ({ to, a, b }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = of(r, a, k) | of(r, b, k)
  },
  and: ({ to, a, b }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = of(r, a, k) & of(r, b, k)
  },
  xor: ({ to, a, b }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = of(r, a, k) ^ of(r, b, k)
  },
  shr: ({ to, a, b }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = of(r, a, k) >> of(r, b, k)
  },
  shl: ({ to, a, b }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = of(r, a, k) << of(r, b, k)
  },
  min: ({ to, a, b }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = Math.min(of(r, a, k), of(r, b, k))
  },
  max: ({ to, a, b }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = Math.max(of(r, a, k), of(r, b, k))
  },
  abs: ({ to, a }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = Math.abs(of(r, a, k))
  },
  neg: ({ to, a }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = -of(r, a, k)
  },
  low: ({ to, a }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = of(r, a, k) & -of(r, a, k)
  },
  lack: ({ to, a }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = LACK_OF[of(r, a, k)] as number
  },
  any: ({ to, a }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = ANY_OF[of(r, a, k)] as number
  },
  not: ({ to, a }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = NOT_OF[of(r, a, k)] as number
  },
  truth: ({ to, a, b }, r) => {
    for (let k = 0; k < to.length; k += 1) {
      const state = of(r, b, k)
      r[at(to, k)] = ((of(r, a, k) * 7 + NO) & ((state - 1) >> 31)) | state
    }
  },
  select: ({ to, a, b, c }, r) => {
    for (let k = 0; k < to.length; k += 1)
      r[at(to, k)] = of(r, a, k) === 1 ? of(r, b, k) : of(r, c, k)
  },
  pick: ({ to, a, b, c }, r) => {
    for (let k = 0; k < to.length; k += 1) {
      const otherwise = of(r, c, k)
      r[at(to, k)] = otherwise ^ ((of(r, b, k) ^ otherwise) & -of(r, a, k))
    }
  },
  'reduce-add': ({ to, a }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = of(r, to, k) + of(r, a, k)
  },
  'reduce-or': ({ to, a }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = of(r, to, k) | of(r, a, k)
  },
  'reduce-min': ({ to, a }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = Math.min(of(r, to, k), of(r, a, k))
  },
  'reduce-max': ({ to, a }, r) => {
    for (let k = 0; k < to.length; k += 1) r[at(to, k)] = Math.max(of(r, to, k), of(r, a, k))
  },
}
