import { ACTS } from '../procedure/acts.ts'
import type { Fact } from '../program/fact.ts'
import type { ConditionText } from '../syntax/condition-shape.ts'
import type { FactText } from '../syntax/pack-shapes.ts'
import type { PackSource } from '../syntax/read-pack.ts'
import type { Complaints, Position } from '../text/complaint.ts'
import { nearest } from '../text/nearest.ts'
import { DAY_ASKED, type Scope } from './formula-types.ts'

/** Everything the checks look names up in. */
export type Known = {
  readonly source: PackSource
  readonly complaints: Complaints
  readonly facts: ReadonlyMap<string, Fact>
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
  const byName = new Map(
    [...facts.values()].flatMap((fact) => [
      [fact.name, fact] as const,
      [fact.title.zh, fact] as const,
    ]),
  )
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
  ].flatMap((list) => (list ?? []).map(({ name }) => name))
  return {
    source,
    complaints,
    facts,
    scope: { factByName: byName, names: [...byName.keys(), ...DAY_ASKED] },
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
      ...ACTS,
      pack?.pack ?? '',
    ]),
  }
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
  }
}

/** Words without their place in the text: what goes into a program. */
export function plain({ zh, en }: { readonly zh: string; readonly en: string }) {
  return { zh, en }
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

const CITATION = /^(第[1-9]\d{0,2}条)(\([一二三四五六七八九十]{1,3}\))?$/

/** Complains of a citation whose article the gist does not have. */
export function mustBeAnArticle(known: Known, cite: string, at: Position): void {
  const article = CITATION.exec(cite)?.[1]
  if (!article) {
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
  if (!known.articles.has(article)) {
    known.complaints.add({
      at,
      cite,
      code: 'cite.no-article',
      zh: `gist.yaml 中没有${article}`,
      en: `gist.yaml has no ${article}`,
    })
  }
}
