import type { Columns } from '../../../../policy/src/bulk.ts'
import type { Plan } from '../../../../policy/src/one-case.ts'

/** Where each column stands in one file, and the pointers by which C finds it. */
export type Places = {
  readonly pointers: readonly string[]
  readonly parts: readonly { readonly at: number; readonly of: ArrayBufferView }[]
  /** Bytes of the columns, and of these with the output behind them. */
  readonly input: number
  readonly size: number
}

const C_TYPES = new Map<unknown, string>([
  [Float64Array, 'double'],
  [Int32Array, 'int'],
  [Uint8Array, 'unsigned char'],
])

export function placesIn(columns: Columns, plan: Plan): Places {
  const parts: { at: number; of: ArrayBufferView }[] = []
  const pointers: string[] = []
  let size = 0
  const room = (name: string, type: string, bytes: number) => {
    pointers.push(`${type} *restrict ${name} = (${type} *)(base + ${size}L);`)
    size += Math.ceil(bytes / 64) * 64
  }
  const add = (name: string, of: Float64Array | Int32Array | Uint8Array | null) => {
    if (!of) return
    parts.push({ at: size, of })
    room(name, C_TYPES.get(of.constructor) ?? 'double', of.byteLength)
  }
  for (const [at, { values, states }] of columns.cells.entries()) {
    add(`v${at}`, values)
    add(`s${at}`, states)
  }
  for (const [table, { states, offsets, cells }] of columns.records.entries()) {
    add(`r${table}`, states)
    add(`o${table}`, offsets)
    for (const [at, own] of cells.entries()) {
      add(`v${table}_${at}`, own.values)
      add(`s${table}_${at}`, own.states)
    }
  }
  const input = size
  room('words', 'int', columns.rows * 4)
  for (const [at, { payable }] of plan.services.entries()) {
    if (payable !== null) room(`pay${at}`, 'double', columns.rows * 8)
  }
  return { pointers, parts, input, size }
}
