import type { Plan } from '../lower/lower.ts'
import type { Id } from '../lower/op.ts'
import { type Step, schedule } from '../lower/schedule.ts'
import { type Chunk, chunksOf } from './chunks.ts'
import { START } from './outputs.ts'
import { gathering, isWhole, nameOf, statement } from './text.ts'

/** Rows worked on at a time, so that what chunks leave each other stays in cache. */
export const BLOCK = 4_096

/** What becomes of an answer: statements of the inner loop, by the operation they wait for. */
export type Sink = {
  readonly of: readonly Id[]
  readonly write: (names: readonly string[]) => string
}

/** One function of generated code: its text, and the scratch columns it needs. */
export type Code = {
  readonly texts: readonly string[]
  readonly scratch: readonly { readonly id: Id; readonly whole: boolean }[]
}

/**
 * The code of a plan: for each chunk the text of a function of a context `C`, which gives back the
 * function that runs a block of rows. Sinks that wait for the same chunk end up in its loop.
 */
export function codeOf(plan: Plan, wanted: readonly Id[], sinks: readonly Sink[]): Code {
  const chunks = chunksOf(plan.ops, wanted)
  const last = (of: readonly Id[]) => Math.max(0, ...of.map((id) => placeOf(chunks, id)))
  const placed = sinks.map((sink) => ({ ...sink, at: last(sink.of) }))
  const extra = placed.flatMap(({ of, at }) => of.filter((id) => placeOf(chunks, id) < at))
  const texts = chunks.map((chunk, at) => {
    const own = placed.filter((sink) => sink.at === at)
    const earlier = own.flatMap(({ of }) => of).filter((id) => !chunk.ids.has(id))
    const left = new Set([...chunk.left, ...extra.filter((id) => placeOf(chunks, id) === at)])
    return textOf(plan, { ...chunk, left, taken: new Set([...chunk.taken, ...earlier]) }, own)
  })
  const kept = new Set([...chunks.flatMap((chunk) => [...chunk.left]), ...extra])
  return { texts, scratch: [...kept].map((id) => ({ id, whole: isWhole(plan.ops[id]) })) }
}

/** The first chunk that works an operation out. */
function placeOf(chunks: readonly Chunk[], id: Id): number {
  return chunks.findIndex((chunk) => chunk.ids.has(id))
}

function textOf(plan: Plan, chunk: Chunk, sinks: readonly Sink[]): string {
  const { ops } = plan
  const all = [...chunk.ids].sort((a, b) => a - b)
  const fixed = all.filter((id) => ops[id]?.fixed).map((id) => statement(ops, id))
  const taken = [...chunk.taken]
    .filter((id) => ops[id]?.is !== 'constant')
    .map((id) => `const t${id} = z${id}[i - from]`)
  const steps = schedule(ops, chunk.ids).flatMap((step) => stepText(plan, step))
  const kept = [...chunk.left].map((id) => `z${id}[i - from] = ${nameOf(ops, id)}`)
  const written = sinks.map(({ of, write }) => write(of.map((id) => nameOf(ops, id))))
  const lines = [...taken, ...steps, ...kept, ...written].filter((line) => line !== '')
  return [
    "'use strict'",
    ...bindings(plan, chunk),
    ...fixed.filter((line) => line !== ''),
    'return function block(from, to) {',
    'for (let i = from; i < to; i++) {',
    ...lines,
    '}',
    '}',
  ].join('\n')
}

function stepText({ ops }: Plan, step: Step): readonly string[] {
  if (step.kind === 'row') return step.ids.map((id) => statement(ops, id))
  const { records, body, reductions } = step
  return [
    ...reductions.map((id) => `let t${id} = ${START[ops[id]?.is ?? ''] ?? 0}`),
    `for (let j = o${records}[i], end = o${records}[i + 1]; j < end; j++) {`,
    ...body.map((id) => statement(ops, id)),
    ...reductions.map((id) => gathering(ops, id)),
    '}',
  ]
}

/** The context's arrays by short names. */
function bindings(plan: Plan, chunk: Chunk): readonly string[] {
  const names = new Set<string>()
  for (const id of [...chunk.ids]) {
    for (const line of bindingsOf(plan, id)) names.add(line)
  }
  for (const id of [...chunk.taken, ...chunk.left]) names.add(`const z${id} = C.scratch[${id}]`)
  return ['const { M, F, P, LACK, ANY, NOT, out } = C', ...names]
}

function bindingsOf({ ops }: Plan, id: Id): readonly string[] {
  const op = ops[id]
  if (!op) return []
  const { at, records } = op
  const [cells, name] =
    records < 0
      ? [`C.cells[${at}]`, `${at}`]
      : [`C.records[${records}].cells[${at}]`, `${records}_${at}`]
  if (op.is === 'value') return [`const v${name} = ${cells}.values`]
  if (op.is === 'state') return [`const s${name} = ${cells}.states`]
  if (op.is === 'rows-state') return [`const r${at} = C.records[${at}].states`]
  if (op.is.startsWith('reduce-')) return [`const o${at} = C.records[${at}].offsets`]
  return op.is === 'test' ? [`const T${at} = M.tests[${at}]`] : []
}
