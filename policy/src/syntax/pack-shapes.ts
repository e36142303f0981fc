import { ACTS } from '../procedure/acts.ts'
import { conditionShape } from './condition-shape.ts'
import { exampleShape } from './example-shape.ts'
import { citation, rankingShape } from './ranking-shape.ts'
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
  type Shape,
  text,
} from './shape.ts'
import { formula, roundShape } from './value-shape.ts'
import { words } from './vocabulary-shape.ts'

const day = matching(/^\d{4}-\d{2}-\d{2}$/, '日期 (yyyy-mm-dd)')

const limit = fields(
  { length: count, unit: oneOf('working-days', 'days', 'months', 'years'), basis: words },
  { assumed: flag },
)

/** The time of a step: also what silence at its end counts as, from which act it runs, and what it leaves out. */
const stepLimit = fields(
  { length: count, unit: oneOf('working-days', 'days', 'months', 'years'), basis: words },
  {
    assumed: flag,
    deemed: oneOf('accepted', 'waived'),
    since: oneOf(...ACTS),
    'not-counted': listOf(oneOf('conclude-review', 'publicise')),
  },
)

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
    change: fields({
      kinds: listOf(fields({ name: key, title: words })),
      verified: key,
      filed: key,
    }),
  },
)

/** `all`, or the services named. */
const servicesBarred: Shape<'all' | readonly string[]> = {
  wanted: 'all / 服务列表',
  schema: { anyOf: [{ enum: ['all'] }, { type: 'array', items: key.schema }] },
  read: (node, complaints) =>
    node.kind === 'list' ? listOf(key).read(node, complaints) : oneOf('all').read(node, complaints),
}

const sanction = fields(
  { name: key, title: words, cite: citation, upon: words, revokes: flag },
  {
    bar: fields(
      {
        length: count,
        unit: oneOf('working-days', 'days', 'months', 'years'),
        from: oneOf('revocation', 'finding'),
        services: servicesBarred,
        basis: words,
      },
      { assumed: flag },
    ),
    repays: flag,
    answer: limit,
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

/** Where a pack's numbers come from and how sure they are. */
const source = fields(
  {
    title: words,
    trust: oneOf('unverified', 'confirmed'),
    note: words,
  },
  { number: text, 'read-on': day, 'confirmed-by': text },
)

/** What happens at the seam of two versions, or after the measure's end. */
const transitionalRule = fields({
  name: key,
  title: words,
  cite: citation,
  upon: oneOf('filed', 'event', 'granted'),
  governs: oneOf('this', 'former'),
  until: orNull(day),
})

const target = fields({
  name: key,
  title: words,
  cite: citation,
  year: count,
  is: oneOf('level', 'growth', 'added'),
  'at-least': text,
})

const actionItem = fields({ name: key, title: words, cite: citation, offices: listOf(key) })

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
      fields({
        title: words,
        level: oneOf('national', 'provincial', 'city', 'district', 'delegate', 'experts'),
      }),
    ),
  },
  {
    document: fields({ file: text }),
    delegations: listOf(delegation),
    duties: listOf(duty),
    sanctions: listOf(sanction),
    interpretations: listOf(interpretation),
    source,
    transitional: listOf(transitionalRule),
    rankings: listOf(rankingShape),
    targets: listOf(target),
    actions: listOf(actionItem),
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
  {
    within: stepLimit,
    window: stepLimit,
    judges: listOf(key),
    experts: count,
    review: oneOf('named', 'blind'),
  },
)

const pays = fields(
  { amount: key, cite: citation },
  {
    'at-most': fields({}, { claim: formula, year: formula, lifetime: formula }),
    'top-up': listOf(key),
    round: roundShape,
    split: listOf(fields({ by: key, share: formula })),
    excludes: listOf(key),
    'fair-review': fields({ by: words, until: orNull(day) }, { on: day }),
  },
)

/** How long what is granted stands: so many months or years, or until a day of a later year. */
const lasts = fields(
  { cite: citation },
  {
    length: count,
    unit: oneOf('months', 'years'),
    until: matching(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '月-日，如 03-31 (mm-dd)'),
    'years-later': count,
    again: limit,
    fact: key,
  },
)

export const serviceShape = fields(
  {
    service: key,
    title: words,
    cite: citation,
    kind: oneOf('recognition', 'reward', 'entry'),
    needs: key,
    applicants: listOf(oneOf('enterprise', 'institution')),
    joint: flag,
    papers: listOf(paper),
    route: listOf(step),
  },
  { grants: fields({ title: words, 'number-prefix': text, cite: citation }, { lasts }), pays },
)

export const conditionFileShape = conditionShape
export const examplesShape = fields({ examples: listOf(exampleShape) })

export type PaysText = Of<typeof pays>
export type PackText = Of<typeof packShape>
export type GistText = Of<typeof gistShape>
export type ServiceText = Of<typeof serviceShape>
export type LimitText = Of<typeof limit>
export type StepLimitText = Of<typeof stepLimit>
export type ExampleText = Of<typeof exampleShape>
export type { ConditionText } from './condition-shape.ts'
export {
  type FactText,
  type FieldText,
  type RecordsText,
  vocabularyShape,
} from './vocabulary-shape.ts'
