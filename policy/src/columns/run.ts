import type { Plan } from '../lower/lower.ts'
import type { Id } from '../lower/op.ts'
import { codeOf, type Sink } from './code.ts'
import type { Buffer, Columns } from './columns.ts'
import { interpretRow, type RowAnswers } from './interpret-row.ts'
import { type Asked, machineFor } from './machine.ts'
import { type Tunable, tunable } from './tunable.ts'

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

const CODE_BITS = [1, 2, 4, 8]

/**
 * Column code for a plan that keeps answers; bound to columns, answers and the day asked, and to be
 * tuned to a plan of other thresholds.
 */
export function runner(
  plan: Plan,
  bound: { readonly columns: Columns; readonly answers: Answers; readonly asked: Asked },
): Tunable {
  const { columns, answers, asked } = bound
  const out = { words: answers.words, payable: answers.payable }
  return tunable(plan, {
    code: (one) => codeOf(one, wantedBy(one, answers), sinksOf(one, answers)),
    start: (one, bind) => {
      const run = bind({ columns, machine: machineFor(one, columns, asked), out })
      return (from, to) => {
        run(from, to)
        for (const row of columns.odd.keys()) {
          if (row >= from && row < to)
            keepRow(answers, row, interpretRow(one, columns, { ...asked, row }))
        }
      }
    },
  })
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
