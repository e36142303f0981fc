import { FUNCTIONS } from '../lower/functions.ts'
import type { Plan } from '../lower/lower.ts'
import { ANY_OF, LACK_OF, NOT_OF } from '../lower/op.ts'
import { build } from './build.ts'
import { BLOCK, type Code } from './code.ts'
import type { Columns } from './columns.ts'
import type { Machine } from './machine.ts'

/** Runs rows `from` up to, not including, `to`; anybody may spread ranges over workers. */
export type RunRange = (from: number, to: number) => void

/** What code runs on: cells, parameters, and where the answers go. */
export type Bound = {
  readonly columns: Columns
  readonly machine: Machine
  readonly out: unknown
}
export type Bind = (bound: Bound) => RunRange

/** A run whose thresholds may be changed. */
export type Tunable = RunRange & {
  /** From here on another plan over the same columns; true when it runs the code that is there. */
  readonly tune: (plan: Plan) => boolean
}

export type Making = {
  readonly code: (plan: Plan) => Code
  readonly start: (plan: Plan, bind: Bind) => RunRange
}

/** Codes kept: a threshold that meets another on its way makes them two, and parts again. */
const KEPT = 8

/** Thresholds are parameters, so plans that differ in nothing else have the same code, word for word. */
export function tunable(plan: Plan, { code, start }: Making): Tunable {
  const kept = new Map<string, Bind>()
  const started = (one: Plan): { readonly run: RunRange; readonly known: boolean } => {
    const made = code(one)
    const text = made.texts.join('\n')
    const known = kept.get(text)
    const bind = known ?? compiled(made)
    const [oldest] = kept.keys()
    if (!known && oldest !== undefined && kept.size >= KEPT) kept.delete(oldest)
    kept.set(text, bind)
    return { run: start(one, bind), known: known !== undefined }
  }
  let { run } = started(plan)
  const tune = (next: Plan) => {
    const now = started(next)
    run = now.run
    return now.known
  }
  return Object.assign((from: number, to: number) => run(from, to), { tune })
}

/** The functions of generated code over a context; blocks of rows go through all of them. */
export function compiled(code: Code): Bind {
  const functions = code.texts.map((text) => build('C', text))
  return ({ columns, machine, out }) => {
    const scratch: Record<number, Int32Array | Float64Array> = {}
    for (const { id, whole } of code.scratch) {
      scratch[id] = whole ? new Int32Array(BLOCK) : new Float64Array(BLOCK)
    }
    const context = {
      M: machine,
      F: FUNCTIONS,
      P: machine.parameters,
      LACK: LACK_OF,
      ANY: ANY_OF,
      NOT: NOT_OF,
      out,
      scratch,
      cells: columns.cells,
      records: columns.records,
    }
    const blocks = functions.map((one) => one(context) as RunRange)
    return (from, to) => {
      for (let at = from; at < to; at += BLOCK) {
        for (const block of blocks) block(at, Math.min(at + BLOCK, to))
      }
    }
  }
}
