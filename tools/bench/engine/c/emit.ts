import type { Columns } from '../../../../policy/src/bulk.ts'
import { FUNCTION_NAMES, FUNCTIONS } from '../../../../policy/src/lower/functions.ts'
import { BINARY, type Binary, type Id, type Op } from '../../../../policy/src/lower/op.ts'
import { needed, type Step, schedule } from '../../../../policy/src/lower/schedule.ts'
import type { Plan } from '../../../../policy/src/one-case.ts'
import { type Places, placesIn } from './places.ts'
import { expression, isCell, isInt, type Known, nameIn } from './text.ts'

/** Rows worked on at a time, so that what one loop leaves the next stays in cache. */
export const BLOCK = 128

export type Source = { readonly text: string; readonly places: Places }

/**
 * The plan of a run that keeps services' answers, as C: a vector of rows at a time, a loop without
 * branches for each operation. What the interpreter is asked for in
 * a few rows is left out, which makes C faster than it may be.
 * @throws Error where the plan has an operation that the bench's measure does not
 */
export function emitC(plan: Plan, columns: Columns, parameters: Float64Array): Source {
  const places = placesIn(columns, plan)
  const wanted = plan.services.flatMap(({ condition, payable }) => [
    plan.conditions[condition]?.t ?? 0,
    ...(payable === null ? [] : [payable]),
  ])
  const ids = needed(plan.ops, wanted)
  const fixed = fixedOnes(plan.ops, parameters)
  const known: Known = { ops: plan.ops, columns, fixed }
  const worked = [...ids].filter((id) => !fixed.has(id) && !isCell(known, id))
  const arrays = worked.map((id) => {
    const many = (plan.ops[id]?.records ?? -1) >= 0 ? BLOCK * 64 : BLOCK
    return `static ${isInt(known, id) ? 'int' : 'double'} z${id}[${many}] __attribute__((aligned(64)));`
  })
  const text = [
    ...arrays,
    'static void block(char *base, int from, int to) {',
    ...places.pointers,
    'const int n = to - from;',
    ...schedule(plan.ops, ids).map((step) => stepText(known, step)),
    sinkText(plan, known),
    '}',
  ].join('\n')
  return { text, places }
}

/** What is the same in every row, worked out beforehand. */
function fixedOnes(ops: readonly Op[], parameters: Float64Array): ReadonlyMap<Id, number> {
  const known = new Map<Id, number>()
  const worked = ({ is, of, at }: Op): number => {
    const [a = 0, b = 0, c = 0] = of.map((one) => known.get(one) ?? 0)
    if (is === 'constant') return at
    if (is === 'parameter') return parameters[at] ?? 0
    if (is === 'call') return FUNCTIONS[FUNCTION_NAMES[at] ?? '']?.(a, b, c) ?? 0
    return BINARY[is as Binary](a, b)
  }
  for (const [id, op] of ops.entries()) {
    if (op.fixed && (op.is in BINARY || FIXED.includes(op.is))) known.set(id, worked(op))
  }
  return known
}

const FIXED: readonly Op['is'][] = ['constant', 'parameter', 'call']

/** A loop for each operation: gcc makes vectors of small loops, and of none with hundreds of lines. */
function stepText(known: Known, step: Step): string {
  const inLoop = (id: Id) => `for (int i = 0; i < n; i++) z${id}[i] = ${expression(known, id)};`
  if (step.kind === 'row')
    return step.ids
      .filter((id) => !isCell(known, id))
      .map(inLoop)
      .join('\n')
  const { records, body, reductions } = step
  return [
    `{ const int first = o${records}[from], n = o${records}[to] - first;`,
    ...body.filter((id) => !isCell(known, id)).map(inLoop),
    '}',
    `{ const int first = o${records}[from];`,
    ...reductions.map((id) => reduced(known, records, id)),
    '}',
  ].join('\n')
}

function reduced(known: Known, records: number, id: Id): string {
  const { ops, fixed } = known
  const { is = 'add', of = [] } = ops[id] ?? {}
  const sign = { 'reduce-add': '+=', 'reduce-or': '|=' }[is as string]
  if (!sign) throw new Error(`no C for ${is}`)
  const [one = 0] = of
  const each = fixed.has(one) ? String(fixed.get(one)) : nameIn(known, one, 'j - first')
  const kind = is === 'reduce-or' ? 'int' : 'double'
  return `for (int i = 0; i < n; i++) { ${kind} so = 0; for (int j = o${records}[from + i], end = o${records}[from + i + 1]; j < end; j++) so ${sign} ${each}; z${id}[i] = so; }`
}

function sinkText(plan: Plan, known: Known): string {
  const name = (id: Id) => nameIn(known, id)
  const slots = [...new Set(plan.services.map(({ condition }) => condition))]
  const bits = slots.map((slot, at) => {
    const t = name(plan.conditions[slot]?.t ?? 0)
    return `((${t} >> 1) - (${t} >> 3)) << ${at * 2}`
  })
  const money = plan.services.flatMap(({ payable }, at) =>
    payable === null ? [] : [`pay${at}[from + i] = ${name(payable)};`],
  )
  return `for (int i = 0; i < n; i++) { words[from + i] = ${bits.join(' | ')}; ${money.join(' ')} }`
}
