import type { Words } from '../program/words.ts'
import type { Complaints, Position } from '../text/complaint.ts'
import type { Text } from '../text/yaml-text.ts'
import { count, fields, key, listOf, type Placed, type Shape, text } from './shape.ts'
import { type FormulaText, formula } from './value-shape.ts'

const words = fields({ zh: text, en: text })

/** A condition as written; exactly one of its bodies is there. */
export type ConditionText = Placed & {
  readonly condition: string
  readonly title: Words
  readonly cite: string
  readonly body: ConditionBody
}

export type ConditionBody =
  | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly ConditionText[] }
  | {
      readonly kind: 'variants'
      readonly when: readonly FormulaText[]
      readonly of: readonly ConditionText[]
    }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: readonly ConditionText[] }
  | { readonly kind: 'that'; readonly formula: string; readonly formulaAt: Position }
  | {
      readonly kind: 'judged'
      readonly question: Words
      readonly by: string
      readonly looksAt: readonly string[]
    }
  | { readonly kind: 'evidenced'; readonly paper: string }

const self: Shape<ConditionText> = {
  wanted: '条件 (a condition)',
  schema: { $ref: '#/$defs/condition' },
  read: (node, complaints) => conditionShape.read(node, complaints),
}

const written = fields(
  { condition: key, title: words, cite: text },
  {
    all: listOf(self),
    any: listOf(self),
    none: listOf(self),
    variants: listOf(fields({ when: formula, applies: self })),
    'at-least': fields({ count, of: listOf(self) }),
    that: text,
    judged: words,
    by: key,
    'looks-at': listOf(key),
    evidenced: key,
  },
)

const BODIES = [
  'all',
  'any',
  'none',
  'variants',
  'at-least',
  'that',
  'judged',
  'evidenced',
] as const

export const conditionShape: Shape<ConditionText> = {
  wanted: written.wanted,
  schema: { $ref: '#/$defs/condition' },
  read: (node, complaints) => {
    const read = written.read(node, complaints)
    if (!read) return undefined
    const bodies = BODIES.filter((name) => read[name] !== undefined)
    if (bodies.length !== 1) {
      complaints.add({
        at: read.at,
        code: 'condition.one-body',
        cite: read.cite,
        zh: `条件 ${read.condition} 应恰有 ${BODIES.join('、')} 之一`,
        en: `condition ${read.condition} must have exactly one of ${BODIES.join(', ')}`,
      })
      return undefined
    }
    const body = bodyOf(read, node, complaints)
    const { condition, title, cite, at } = read
    return body ? { condition, title, cite, at, body } : undefined
  },
}

/** The schema of one condition, for `$defs`. */
export const conditionSchema = {
  ...written.schema,
  oneOf: BODIES.map((name) => ({ required: [name] })),
  dependentRequired: { judged: ['by'] },
}

type Written = NonNullable<ReturnType<typeof written.read>>

function bodyOf(read: Written, node: Text, complaints: Complaints): ConditionBody | null {
  if (read.all) return { kind: 'all', of: read.all }
  if (read.any) return { kind: 'any', of: read.any }
  if (read.none) return { kind: 'none', of: read.none }
  if (read.variants)
    return {
      kind: 'variants',
      when: read.variants.map(({ when }) => when),
      of: read.variants.map(({ applies }) => applies),
    }
  if (read['at-least'])
    return { kind: 'at-least', count: read['at-least'].count, of: read['at-least'].of }
  if (read.that)
    return { kind: 'that', formula: read.that, formulaAt: placeOf(node, 'that') ?? read.at }
  if (read.evidenced) return { kind: 'evidenced', paper: read.evidenced }
  if (!read.judged || !read.by) {
    complaints.add({
      at: read.at,
      code: 'condition.judged-by',
      cite: read.cite,
      zh: `评判条件 ${read.condition} 要写明由谁评判（by）`,
      en: `the judged condition ${read.condition} must say by whom (by)`,
    })
    return null
  }
  return { kind: 'judged', question: read.judged, by: read.by, looksAt: read['looks-at'] ?? [] }
}

function placeOf(node: Text, name: string): Position | null {
  return node.kind === 'map'
    ? (node.entries.find((entry) => entry.key === name)?.value.at ?? null)
    : null
}
