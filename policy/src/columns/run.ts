import { FUNCTIONS } from '../lower/functions.ts'
import type { Plan } from '../lower/lower.ts'
import { ANY_OF, type Id, LACK_OF, NOT_OF } from '../lower/op.ts'
import { BLOCK, type Code, codeOf, type Sink } from './code.ts'
import type { Buffer, Columns } from './columns.ts'
import { interpretRow, type RowAnswers } from './interpret-row.ts'
import { type Asked, type Machine, machineFor } from './machine.ts'

/** What a run keeps: every condition, or the services' own; always what is payable, in fen. */
export type Keep = 'conditions' | 'services'

/** Two bits a condition, 16 to a word: 0 not met, 1 unknown, 2 unavailable, 3 met. */
export type Answers = {
  readonly keep: Keep
  /** By place of two bits: the condition of the plan. */
  readonly slots: readonly number[]
  readonly words: readonly Int32Array[]
  /** By service of the plan; null where it pays nothing. */
  readonly payable: readonly (Float64Array | null)[]
}

export function answersFor(
  plan: Plan,
  room: { rows: number; keep: Keep; buffer?: Buffer },
): Answers {
  const { rows, keep, buffer = (bytes) => new ArrayBuffer(bytes) } = room
  const slots =
    keep === 'conditions'
      ? plan.conditions.map((_, at) => at)
      : [...new Set(plan.services.map(({ condition }) => condition))]
  return {
    keep,
    slots,
    words: Array.from(
      { length: Math.ceil(slots.length / 16) },
      () => new Int32Array(buffer(rows * 4)),
    ),
    payable: plan.services.map(({ payable }) =>
      payable === null ? null : new Float64Array(buffer(rows * 8)),
    ),
  }
}

/** Runs rows `from` up to, not including, `to`; anybody may spread ranges over workers. */
export type RunRange = (from: number, to: number) => void

const CODE_BITS = [1, 2, 4, 8]

/** Column code for a plan that keeps answers; bound to columns, answers and the day asked. */
export function runner(
  plan: Plan,
  bound: { readonly columns: Columns; readonly answers: Answers; readonly asked: Asked },
): RunRange {
  const { columns, answers, asked } = bound
  const wanted = wantedBy(plan, answers)
  const run = built(codeOf(plan, wanted, sinksOf(plan, answers)), {
    columns,
    machine: machineFor(plan, columns, asked),
    out: { words: answers.words, payable: answers.payable },
  })
  return (from, to) => {
    run(from, to)
    for (const row of columns.odd.keys()) {
      if (row >= from && row < to)
        keepRow(answers, row, interpretRow(plan, columns, { ...asked, row }))
    }
  }
}

/** Conditions in order, so that chunks follow the articles; then the money. */
function wantedBy(plan: Plan, { slots }: Answers): readonly Id[] {
  const kept = slots.map((at) => plan.conditions[at]?.t ?? 0)
  const amounts = plan.services.flatMap(({ payable }) => (payable === null ? [] : [payable]))
  return [...kept, ...amounts]
}

function sinksOf(plan: Plan, answers: Answers): readonly Sink[] {
  const words = answers.words.map((_, at): Sink => {
    const slots = answers.slots.slice(at * 16, at * 16 + 16)
    return {
      of: slots.map((slot) => plan.conditions[slot]?.t ?? 0),
      write: (names) => {
        const bits = names.map((name, place) => `(31 - Math.clz32(${name})) << ${place * 2}`)
        return `out.words[${at}][i] = ${bits.join(' | ')}`
      },
    }
  })
  const payable = plan.services.flatMap((service, at): Sink[] =>
    service.payable === null
      ? []
      : [{ of: [service.payable], write: ([name]) => `out.payable[${at}][i] = ${name}` }],
  )
  return [...words, ...payable]
}

type Bound = { readonly columns: Columns; readonly machine: Machine; readonly out: unknown }

/** The functions of generated code over a context; blocks of rows go through all of them. */
export function built(code: Code, { columns, machine, out }: Bound): RunRange {
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
  const blocks = code.texts.map((text) => new Function('C', text)(context) as RunRange)
  return (from, to) => {
    for (let at = from; at < to; at += BLOCK) {
      for (const block of blocks) block(at, Math.min(at + BLOCK, to))
    }
  }
}

/** The two bits of a condition in a row: 0 not met, 1 unknown, 2 unavailable, 3 met. */
export function codeAt({ slots, words }: Answers, condition: number, row: number): number {
  const slot = slots.indexOf(condition)
  if (slot < 0) throw new RangeError('this condition was not kept')
  return ((words[slot >> 4]?.[row] ?? 0) >> ((slot & 15) * 2)) & 3
}

function keepRow(answers: Answers, row: number, { conditions, amounts }: RowAnswers): void {
  for (const [at, word] of answers.words.entries()) {
    const slots = answers.slots.slice(at * 16, at * 16 + 16)
    word[row] = slots.reduce(
      (bits, slot, place) => bits | (CODE_BITS.indexOf(conditions[slot] ?? 2) << (place * 2)),
      0,
    )
  }
  for (const [at, fen] of answers.payable.entries()) {
    if (fen) fen[row] = amounts[at]?.payable ?? Number.NaN
  }
}
