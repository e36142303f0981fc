import { ACTS } from '../procedure/acts.ts'
import { conditionShape } from './condition-shape.ts'
import { exampleShape } from './example-shape.ts'
import {
  count,
  fields,
  flag,
  key,
  listOf,
  mapOf,
  matching,
  type Of,
  oneOf,
  orNull,
  text,
} from './shape.ts'

const words = fields({ zh: text, en: text })
const day = matching(/^\d{4}-\d{2}-\d{2}$/, '日期 (yyyy-mm-dd)')
/** A citation's spelling: 第7条, 第7条(四). Whether the article exists is checked later. */
export const citation = matching(
  /^第[1-9]\d{0,2}条(\([一二三四五六七八九十]{1,3}\))?$/,
  '条款，如 第7条(四) (a citation)',
)

const limit = fields(
  { length: count, unit: oneOf('working-days', 'days', 'months', 'years'), basis: words },
  { assumed: flag },
)

const fact = fields(
  {
    title: words,
    type: oneOf(
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
    ),
    subject: oneOf('party', 'carrier', 'partner'),
    from: key,
    sensitivity: oneOf('public', 'internal', 'personal'),
    ask: words,
  },
  { unit: text, options: mapOf(words), help: words },
)

export const vocabularyShape = fields({ facts: mapOf(fact) })

const delegation = fields({
  name: key,
  from: key,
  to: key,
  may: listOf(key),
  title: words,
  cite: citation,
})

const duty = fields(
  { name: key, of: key, title: words, cite: citation, 'carried-out': flag },
  {
    clock: fields(
      {
        length: count,
        unit: oneOf('working-days', 'days', 'months', 'years'),
        before: flag,
        event: words,
        basis: words,
      },
      { assumed: flag },
    ),
  },
)

const sanction = fields(
  { name: key, title: words, cite: citation, upon: words, revokes: flag },
  {
    bar: fields(
      {
        length: count,
        unit: oneOf('working-days', 'days', 'months', 'years'),
        from: oneOf('revocation', 'finding'),
        services: oneOf('all'),
        basis: words,
      },
      { assumed: flag },
    ),
    'carried-out': flag,
  },
)

const interpretation = fields({
  name: key,
  cite: citation,
  question: words,
  taken: words,
  because: words,
  owner: key,
  touches: listOf(key),
})

export const packShape = fields(
  {
    format: oneOf(1),
    pack: key,
    version: matching(/^[0-9A-Za-z][0-9A-Za-z.-]{0,39}$/, '版本 (version)'),
    state: oneOf('consultation-draft', 'published'),
    title: words,
    issuer: key,
    language: oneOf('zh'),
    validity: fields({ from: orNull(day), until: orNull(day), cite: citation }),
    offices: mapOf(
      fields({ title: words, level: oneOf('city', 'district', 'delegate', 'experts') }),
    ),
  },
  {
    document: fields({ file: text }),
    delegations: listOf(delegation),
    duties: listOf(duty),
    sanctions: listOf(sanction),
    interpretations: listOf(interpretation),
  },
)

export const gistShape = fields({
  articles: listOf(
    fields({
      article: citation,
      chapter: words,
      gist: words,
      mark: oneOf('executable', 'manual', 'out-of-scope'),
      reason: words,
      'carried-by': listOf(key),
    }),
  ),
})

const paper = fields(
  {
    paper: key,
    title: words,
    cite: citation,
    kinds: listOf(oneOf('pdf', 'image', 'docx', 'xlsx')),
    required: flag,
  },
  { help: words },
)

const step = fields(
  { act: oneOf(...ACTS), by: key, cite: citation, title: words },
  { within: limit, window: limit, judges: listOf(key), experts: count },
)

export const serviceShape = fields({
  service: key,
  title: words,
  cite: citation,
  kind: oneOf('recognition'),
  needs: key,
  applicants: listOf(oneOf('enterprise', 'institution')),
  joint: flag,
  papers: listOf(paper),
  route: listOf(step),
  grants: fields({ title: words, 'number-prefix': text, cite: citation }),
})

export const conditionFileShape = conditionShape
export const examplesShape = fields({ examples: listOf(exampleShape) })

export type FactText = Of<typeof fact>
export type PackText = Of<typeof packShape>
export type GistText = Of<typeof gistShape>
export type ServiceText = Of<typeof serviceShape>
export type LimitText = Of<typeof limit>
export type ExampleText = Of<typeof exampleShape>
export type { ConditionText } from './condition-shape.ts'
