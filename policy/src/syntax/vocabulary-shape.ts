import { fields, key, mapOf, type Of, oneOf, text } from './shape.ts'

export const words = fields({ zh: text, en: text })

const type = oneOf(
  'amount',
  'area',
  'count',
  'share',
  'number',
  'day',
  'flag',
  'choice',
  'choices',
  'text',
)

const changes = oneOf('fixed', 'more', 'less', 'freely')

const fact = fields(
  {
    title: words,
    type,
    subject: oneOf('party', 'carrier', 'partner'),
    from: key,
    sensitivity: oneOf('public', 'internal', 'personal'),
    ask: words,
  },
  { unit: text, options: mapOf(words), help: words, changes },
)

const field = fields(
  { title: words, type },
  { unit: text, options: mapOf(words), help: words, changes },
)

const records = fields(
  {
    title: words,
    subject: oneOf('party', 'carrier', 'partner'),
    from: key,
    sensitivity: oneOf('public', 'internal', 'personal'),
    ask: words,
    fields: mapOf(field),
  },
  { key, help: words },
)

export const vocabularyShape = fields({}, { facts: mapOf(fact), records: mapOf(records) })

export type FactText = Of<typeof fact>
export type FieldText = Of<typeof field>
export type RecordsText = Of<typeof records>
