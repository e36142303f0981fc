import type { Supplied } from '../evaluate/outcome.ts'
import type { Text } from '../text/yaml-text.ts'
import { fields, key, mapOf, matching, oneOf, type Shape, text } from './shape.ts'

/** A supplied value in an example; null takes away what `like` gave. */
export const supplied: Shape<Supplied | null> = {
  wanted: '事实的值 (a value)',
  schema: {
    anyOf: [
      { type: ['string', 'number', 'boolean', 'null'] },
      { type: 'array', items: { type: 'string' } },
      { type: 'array', items: { type: 'object' } },
      {
        type: 'object',
        required: ['unavailable'],
        properties: { unavailable: { type: 'string' } },
        additionalProperties: false,
      },
      {
        type: 'object',
        required: ['doesNotApply'],
        properties: { doesNotApply: { const: true } },
        additionalProperties: false,
      },
    ],
  },
  read: (node, complaints) => {
    const plain = plainOf(node)
    if (isSupplied(plain)) return plain
    complaints.add({
      at: node.at,
      code: 'example.value',
      zh: '不是可用的事实值',
      en: 'not a value a fact can have',
    })
    return undefined
  },
}

function plainOf(node: Text): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(plainOf)
  return Object.fromEntries(node.entries.map((entry) => [entry.key, plainOf(entry.value)]))
}

/** One record: plain values by field. */
function isRecord(one: unknown): boolean {
  return (
    typeof one === 'object' &&
    one !== null &&
    !Array.isArray(one) &&
    Object.values(one).every((field) => !Array.isArray(field) && isSupplied(field))
  )
}

function isSupplied(plain: unknown): plain is Supplied | null {
  if (plain === null || ['string', 'number', 'boolean'].includes(typeof plain)) return true
  if (Array.isArray(plain))
    return plain.every((one) => typeof one === 'string') || plain.every(isRecord)
  const record = plain as Record<string, unknown>
  if (Object.keys(record).length !== 1) return false
  return typeof record.unavailable === 'string' || record.doesNotApply === true
}

/** What a value should give, as the article prints it: `54`, `10万元`, `合格`. */
const printed: Shape<string> = {
  wanted: '数值 (a value)',
  schema: { type: ['string', 'number'] },
  read: (node, complaints) =>
    node.kind === 'scalar' && typeof node.value === 'number'
      ? node.source
      : text.read(node, complaints),
}

const answer = oneOf('met', 'not-met', 'unknown', 'unavailable')

export const exampleShape = fields(
  {
    name: text,
    service: key,
    on: matching(/^\d{4}-\d{2}-\d{2}$/, '日期 (yyyy-mm-dd)'),
    cite: text,
    given: mapOf(supplied) as Shape<Readonly<Record<string, Supplied | null>>>,
    answer,
  },
  {
    en: text,
    like: text,
    findings: mapOf(answer),
    values: mapOf(printed),
    pays: printed,
    split: mapOf(printed),
  },
)
