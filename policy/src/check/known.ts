import { ACTS } from '../procedure/acts.ts'
import type { Fact } from '../program/fact.ts'
import type { Records } from '../program/records.ts'
import type { ValueDefinition } from '../program/value-definition.ts'
import { placesOver } from '../syntax/citation-text.ts'
import type { ConditionText } from '../syntax/condition-shape.ts'
import type { FactText, FieldText, RecordsText } from '../syntax/pack-shapes.ts'
import type { PackSource } from '../syntax/read-pack.ts'
import type { Complaints, Position } from '../text/complaint.ts'
import { nearest } from '../text/nearest.ts'
import { DAY_ASKED, type Scope } from './scope.ts'
import { ValueBook } from './value-book.ts'
import { plain } from './words.ts'

/** Everything the checks look names up in. */
export type Known = {
  readonly source: PackSource
  readonly complaints: Complaints
  readonly facts: ReadonlyMap<string, Fact>
  readonly records: ReadonlyMap<string, Records>
  /** Each after those it names; those at fault are left out. */
  readonly values: ReadonlyMap<string, ValueDefinition>
  readonly scope: Scope
  readonly offices: ReadonlySet<string>
  readonly articles: ReadonlySet<string>
  readonly conditions: ReadonlyMap<string, ConditionText>
  readonly papers: ReadonlySet<string>
  /** Names that a gist or an interpretation may point at. */
  readonly carriers: ReadonlySet<string>
}

export function knownOf(source: PackSource, complaints: Complaints): Known {
  const facts = new Map(
    Object.entries(source.vocabulary).map(([name, fact]) => [name, factOf(name, fact)]),
  )
  const records = new Map(
    Object.entries(source.records).map(([name, text]) => [name, recordsOf(name, text)]),
  )
  const book = new ValueBook(source.values, complaints)
  const scope = scopeOf({ facts, records, book })
  book.finish(scope)
  const conditions = new Map(
    source.conditions.flatMap(below).map((condition) => [condition.condition, condition]),
  )
  const papers = new Set(
    source.services.flatMap(({ papers: list }) => list.map(({ paper }) => paper)),
  )
  const { pack } = source
  const declared = [
    pack?.delegations,
    pack?.duties,
    pack?.sanctions,
    pack?.interpretations,
    pack?.transitional,
    pack?.rankings,
    pack?.targets,
    pack?.actions,
  ].flatMap((list) => (list ?? []).map(({ name }) => name))
  return {
    source,
    complaints,
    facts,
    records,
    values: book.definitions,
    scope,
    offices: new Set(Object.keys(pack?.offices ?? {})),
    articles: new Set((source.gist?.articles ?? []).map(({ article }) => article)),
    conditions,
    papers,
    carriers: new Set([
      ...conditions.keys(),
      ...source.services.map(({ service }) => service),
      ...declared,
      ...papers,
      ...facts.keys(),
      ...records.keys(),
      ...source.values.map(({ value }) => value),
      ...ACTS,
      pack?.pack ?? '',
    ]),
  }
}

type Named = {
  readonly facts: ReadonlyMap<string, Fact>
  readonly records: ReadonlyMap<string, Records>
  readonly book: ValueBook
}

/** Everything goes by its key and by its Chinese title. */
function scopeOf({ facts, records, book }: Named): Scope {
  const factByName = byBothNames([...facts.values()])
  const recordsByName = byBothNames([...records.values()])
  const fields = [...records.values()].flatMap((one) => Object.values(one.fields))
  const scope: Scope = {
    factByName,
    recordsByName,
    valueNamed: (name, at) => book.named(name, at, scope),
    names: [
      ...factByName.keys(),
      ...recordsByName.keys(),
      ...byBothNames(fields).keys(),
      ...book.names,
      ...DAY_ASKED,
    ],
    record: null,
  }
  return scope
}

function byBothNames<T extends { readonly name: string; readonly title: { readonly zh: string } }>(
  all: readonly T[],
): ReadonlyMap<string, T> {
  return new Map(all.flatMap((one) => [[one.title.zh, one] as const, [one.name, one] as const]))
}

/** A condition and all below it, as written. */
export function below(condition: ConditionText): readonly ConditionText[] {
  const members = 'of' in condition.body ? condition.body.of : []
  return [condition, ...members.flatMap(below)]
}

/** A fact of the vocabulary as the program holds it. */
export function factOf(name: string, text: FactText): Fact {
  return {
    name,
    title: plain(text.title),
    type: text.type,
    unit: text.unit ?? null,
    options: Object.entries(text.options ?? {}).map(([value, title]) => ({
      value,
      title: plain(title),
    })),
    subject: text.subject,
    from: text.from,
    sensitivity: text.sensitivity,
    ask: plain(text.ask),
    help: text.help ? plain(text.help) : null,
    ...(text.changes && { changes: text.changes }),
  }
}

/** Records of the vocabulary as the program holds them; each field is a fact of the record at hand. */
function recordsOf(name: string, text: RecordsText): Records {
  const { subject, from, sensitivity } = text
  const field = ([key, one]: readonly [string, FieldText]) => {
    const ask = { ask: one.title, subject, from, sensitivity }
    return [key, factOf(key, { ...one, ...ask })] as const
  }
  return {
    name,
    title: plain(text.title),
    subject,
    from,
    sensitivity,
    key: text.key ?? null,
    order: Object.keys(text.fields),
    fields: Object.fromEntries(Object.entries(text.fields).map(field)),
    ask: plain(text.ask),
    help: text.help ? plain(text.help) : null,
  }
}

export type Naming = {
  readonly name: string
  readonly among: Iterable<string>
  readonly at: Position
  readonly cite?: string
  readonly of: { readonly zh: string; readonly en: string }
}

/** Complains of a name that nothing bears, with the nearest that something does. */
export function mustBeKnown(known: Known, { name, among, at, cite, of }: Naming): boolean {
  const names = [...among]
  if (names.includes(name)) return true
  const guess = nearest(name, names)
  known.complaints.add({
    at,
    cite,
    code: 'name.unknown',
    zh: `没有名为 ${name} 的${of.zh}`,
    en: `there is no ${of.en} named ${name}`,
    suggestion: guess ? { zh: `是否为 ${guess}？`, en: `did you mean ${guess}?` } : null,
  })
  return false
}

/** Complains of names borne twice. */
export function mustBeOnce(
  known: Known,
  named: readonly { readonly name: string; readonly at: Position }[],
): void {
  const seen = new Map<string, Position>()
  for (const { name, at } of named) {
    const first = seen.get(name)
    if (first) {
      known.complaints.add({
        at,
        code: 'name.twice',
        zh: `${name} 已在 ${first.file} 第${first.line}行用过`,
        en: `${name} is already used in ${first.file}, line ${first.line}`,
      })
    } else seen.set(name, at)
  }
}

/** Complains of a citation whose article the gist does not have. */
export function mustBeAnArticle(known: Known, cite: string, at: Position): void {
  const places = placesOver(cite)
  if (places.length === 0) {
    known.complaints.add({
      at,
      cite,
      code: 'cite.malformed',
      zh: `条款写法不对：${cite}`,
      en: `not a citation: ${cite}`,
      suggestion: { zh: '写作 第7条(四)', en: 'write 第7条(四)' },
    })
    return
  }
  if (!places.some((place) => known.articles.has(place))) {
    known.complaints.add({
      at,
      cite,
      code: 'cite.no-article',
      zh: `gist.yaml 中没有${places.at(-1)}`,
      en: `gist.yaml has no ${places.at(-1)}`,
    })
  }
}
