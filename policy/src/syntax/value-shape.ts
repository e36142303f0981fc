import type { Words } from '../program/words.ts'
import type { Complaints, Position } from '../text/complaint.ts'
import {
  fields,
  key,
  listOf,
  mapOf,
  type Of,
  oneOf,
  type Placed,
  type Shape,
  text,
} from './shape.ts'

const words = fields({ zh: text, en: text })

/** A formula with its place; a plain number or true/false stands for itself. */
export type FormulaText = { readonly formula: string; readonly at: Position }

export const formula: Shape<FormulaText> = {
  wanted: '公式 (a formula)',
  schema: { anyOf: [{ type: 'string', pattern: '\\S' }, { type: ['number', 'boolean'] }] },
  read: (node, complaints) => {
    if (node.kind === 'scalar' && node.value !== null) {
      const quoted = typeof node.value === 'string' && node.source !== node.value
      const at = quoted ? { ...node.at, column: node.at.column + 1 } : node.at
      const source = typeof node.value === 'string' ? node.value : node.source
      if (source.trim() !== '') return { formula: source.trim(), at }
    }
    return text.read(node, complaints) === undefined ? undefined : { formula: '', at: node.at }
  },
}

/** One or several: `of: a` is `of: [a]`. */
function oneOrMore<T>(shape: Shape<T>): Shape<readonly T[]> {
  const list = listOf(shape)
  return {
    wanted: shape.wanted,
    schema: { anyOf: [shape.schema, list.schema] },
    read: (node, complaints) => {
      if (node.kind === 'list') return list.read(node, complaints)
      const one = shape.read(node, complaints)
      return one === undefined ? undefined : [one]
    },
  }
}

export const roundShape = fields({
  to: formula,
  how: oneOf('up', 'down', 'half-up', 'half-down', 'half-even'),
})

const table = fields(
  {
    of: oneOrMore(formula),
    rows: listOf(fields({ when: oneOrMore(formula), gives: formula })),
  },
  { hit: oneOf('unique', 'first', 'sum'), else: formula },
)

const written = fields(
  { value: key, title: words, cite: text },
  {
    unit: text,
    options: mapOf(words),
    that: formula,
    table,
    score: fields({ of: listOf(key) }, { 'at-most': formula, 'at-least': formula }),
    'best-of': listOf(key),
    scored: fields({ question: words, by: key, from: formula, to: formula }),
    amount: fields({ of: formula }, { 'at-most': formula, 'at-least': formula, round: roundShape }),
    piecewise: fields({
      of: formula,
      steps: listOf(fields({ rate: formula }, { 'up-to': formula })),
    }),
  },
)

const BODIES = ['that', 'table', 'score', 'best-of', 'scored', 'amount', 'piecewise'] as const
type Written = Of<typeof written>
type Body = {
  [K in (typeof BODIES)[number]]: { readonly kind: K; readonly is: NonNullable<Written[K]> }
}[(typeof BODIES)[number]]

/** A value as written; exactly one body is there. */
export type ValueText = Placed & {
  readonly value: string
  readonly title: Words
  readonly cite: string
  readonly unit: string | null
  readonly options: Readonly<Record<string, Words>> | null
  readonly body: Body
}

export const valueShape: Shape<ValueText> = {
  wanted: written.wanted,
  schema: { ...written.schema, oneOf: BODIES.map((name) => ({ required: [name] })) },
  read: (node, complaints) => {
    const read = written.read(node, complaints)
    if (!read) return undefined
    const body = bodyOf(read, complaints)
    const { value, title, cite, at, unit = null, options = null } = read
    return body ? { value, title, cite, at, unit, options, body } : undefined
  },
}

function bodyOf(read: Written, complaints: Complaints): Body | null {
  const there = BODIES.filter((name) => read[name] !== undefined)
  const [kind] = there
  if (kind !== undefined && there.length === 1) return { kind, is: read[kind] } as Body
  complaints.add({
    at: read.at,
    code: 'value.one-body',
    cite: read.cite,
    zh: `数值 ${read.value} 应恰有 ${BODIES.join('、')} 之一`,
    en: `the value ${read.value} must have exactly one of ${BODIES.join(', ')}`,
  })
  return null
}

export const valuesShape = fields({ values: listOf(valueShape) })
