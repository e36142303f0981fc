import { below, factOf } from '../check/known.ts'
import { DAY_ASKED } from '../check/scope.ts'
import { plain } from '../check/words.ts'
import type { Words } from '../program/words.ts'
import { FUNCTION_NAMES } from '../syntax/functions.ts'
import type { ConditionText, FactText, FieldText } from '../syntax/pack-shapes.ts'
import type { PackSource } from '../syntax/read-pack.ts'
import { KEYWORDS } from '../syntax/token.ts'
import type { ValueText } from '../syntax/value-shape.ts'
import type { Position } from '../text/complaint.ts'
import { DURATIONS, UNITS } from '../values/unit.ts'

export type NameKind =
  | 'fact'
  | 'records'
  | 'field'
  | 'value'
  | 'condition'
  | 'paper'
  | 'office'
  | 'service'
  | 'example'
  | 'day-asked'

/** Something a pack can name, with what an author wants to know of it. */
export type OutlinedName = {
  readonly kind: NameKind
  readonly name: string
  readonly title: Words
  /** What a fact or field holds; how a condition is decided; the level of an office. */
  readonly type: string | null
  readonly unit: string | null
  /** Who supplies a fact; who judges a condition. */
  readonly from: string | null
  readonly options: readonly { readonly value: string; readonly title: Words }[]
  readonly cite: string | null
  readonly at: Position | null
}

export type OutlinedArticle = {
  readonly article: string
  readonly chapter: Words
  readonly gist: Words
  readonly mark: string
  readonly at: Position
}

/** What can be named where in a pack: for completing and explaining while it is written. */
export type Outline = {
  readonly names: readonly OutlinedName[]
  readonly articles: readonly OutlinedArticle[]
  readonly units: readonly string[]
  /** Words of formulas: and, or, if … */
  readonly words: readonly string[]
  readonly functions: readonly string[]
}

export function outline(source: PackSource): Outline {
  return {
    names: [
      ...factsIn(source),
      ...recordsIn(source),
      ...source.values.map(valueNamed),
      ...source.conditions.flatMap(below).map(conditionOf),
      ...servicesIn(source),
      ...officesIn(source),
      ...source.examples.map((one) =>
        named({ ...one, kind: 'example', title: { zh: one.name, en: one.en ?? one.name } }),
      ),
      named({ kind: 'day-asked', name: DAY_ASKED[1], title: TITLE_OF_DAY, type: 'day' }),
    ],
    articles: (source.gist?.articles ?? []).map(({ article, chapter, gist, mark, at }) => ({
      article,
      chapter: plain(chapter),
      gist: plain(gist),
      mark,
      at,
    })),
    units: [...UNITS.keys(), ...DURATIONS.keys()],
    words: [...KEYWORDS],
    functions: FUNCTION_NAMES,
  }
}

const TITLE_OF_DAY: Words = { zh: DAY_ASKED[0], en: 'Day asked' }

type Given = Partial<OutlinedName> & Pick<OutlinedName, 'kind' | 'name' | 'title'>

function named(given: Given): OutlinedName {
  const { kind, name, title, type = null, unit = null, from = null } = given
  const { options = [], cite = null, at = null } = given
  return { kind, name, title: plain(title), type, unit, from, options, cite, at }
}

function factsIn({ vocabulary }: PackSource): readonly OutlinedName[] {
  return Object.entries(vocabulary).map(([name, text]) => factNamed(name, text))
}

function factNamed(name: string, text: FactText): OutlinedName {
  const { title, type, unit, from, options } = factOf(name, text)
  return named({ kind: 'fact', name, title, type, unit, from, options, at: text.at })
}

function recordsIn({ records }: PackSource): readonly OutlinedName[] {
  return Object.entries(records).flatMap(([name, { title, from, at, fields }]) => [
    named({ kind: 'records', name, title, from, at, type: 'records' }),
    ...Object.entries(fields).map(([key, field]) => fieldNamed(key, field, from)),
  ])
}

function fieldNamed(name: string, field: FieldText, from: string): OutlinedName {
  const { title, type, unit = null, options = {}, at } = field
  return named({ kind: 'field', name, title, type, unit, from, options: optionsOf(options), at })
}

function valueNamed({
  value: name,
  title,
  cite,
  at,
  unit,
  options,
  body,
}: ValueText): OutlinedName {
  const choices = optionsOf(options ?? {})
  return named({ kind: 'value', name, title, cite, at, unit, type: body.kind, options: choices })
}

function optionsOf(options: Readonly<Record<string, Words>>): OutlinedName['options'] {
  return Object.entries(options).map(([value, title]) => ({ value, title: plain(title) }))
}

function conditionOf(condition: ConditionText): OutlinedName {
  const { condition: name, title, cite, at, body } = condition
  const from = body.kind === 'judged' ? body.by : null
  return named({ kind: 'condition', name, title, cite, at, type: body.kind, from })
}

function servicesIn({ services }: PackSource): readonly OutlinedName[] {
  return services.flatMap(({ service, title, cite, at, kind, papers }) => [
    named({ kind: 'service', name: service, title, cite, at, type: kind }),
    ...papers.map((one) => named({ ...one, kind: 'paper', name: one.paper })),
  ])
}

function officesIn({ pack }: PackSource): readonly OutlinedName[] {
  return Object.entries(pack?.offices ?? {}).map(([name, { title, level }]) =>
    named({ kind: 'office', name, title, type: level, at: pack?.at ?? null }),
  )
}
