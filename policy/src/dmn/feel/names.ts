import type { Condition } from '../../program/condition.ts'
import type { Program } from '../../program/program.ts'
import type { Service } from '../../program/service.ts'
import type { Words } from '../../program/words.ts'

/** What a service's facts, values and conditions are called in FEEL. */
export type FeelNames = {
  readonly fact: (name: string) => string
  readonly value: (name: string) => string
  readonly records: (name: string) => string
  readonly field: (records: string, name: string) => string
  readonly paper: (name: string) => string
  readonly condition: (name: string) => string
  /** The number a person gives for a value. */
  readonly score: (name: string) => string
  /** A decision that only guards another: whether a row of its table is undecided. */
  readonly guard: (name: string) => string
  readonly service: string
  readonly dayAsked: string
}

/** Words of FEEL that stand at the start of something else, and our own variables. */
const TAKEN =
  /^(and|or|not|in|between|if|then|else|for|return|some|every|satisfies|function|external|instance|of|true|false|null|item|partial|date|time|duration|context|list|range|m|[rv]\d+[abk]?|d[12])$/

/** The title as one FEEL name: letters, digits and underscores, no space, no sign. */
export function feelName(title: string): string {
  const name = title
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}_]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '')
  return /^\p{L}/u.test(name) && !TAKEN.test(name) ? name : `_${name}`
}

type Titled = { readonly name: string; readonly title: Words }

/** Gives every name once: the title, with the key behind it where two bear the same. */
function naming() {
  const used = new Set<string>()
  const give = (title: string, key: string): string => {
    const plain = feelName(title)
    const keyed = feelName(`${title}_${key}`)
    const name = [plain, keyed].find((one) => !used.has(one)) ?? numbered(keyed, used)
    used.add(name)
    return name
  }
  const all = (list: readonly Titled[], suffix = '') => {
    const names = new Map(list.map(({ name, title }) => [name, give(title.zh + suffix, name)]))
    return (name: string) => names.get(name) ?? feelName(name)
  }
  return { give, all }
}

function numbered(name: string, used: ReadonlySet<string>): string {
  for (let at = 2; ; at += 1) if (!used.has(`${name}_${at}`)) return `${name}_${at}`
}

type About = {
  readonly program: Program
  readonly service: Service
  readonly conditions: readonly Condition[]
}

/** Papers that a condition looks at and the service does not list. */
function otherPapers(conditions: readonly Condition[], { papers }: Service): readonly Titled[] {
  const listed = new Set(papers.map(({ name }) => name))
  return conditions.flatMap((one) =>
    one.kind === 'evidenced' && !listed.has(one.paper)
      ? [{ name: one.paper, title: { zh: one.paper, en: one.paper } }]
      : [],
  )
}

/** Facts come first, so that they keep their titles; a condition that bears one gets its key too. */
export function namesFor({ program, service, conditions }: About): FeelNames {
  const { give, all } = naming()
  const dayAsked = give('申报日', 'day-asked')
  const fact = all(Object.values(program.facts))
  const records = all(Object.values(program.records))
  const values = Object.values(program.values)
  const fields = new Map(
    Object.values(program.records).map(({ name, fields: list }) => [
      name,
      naming().all(Object.values(list)),
    ]),
  )
  return {
    dayAsked,
    fact,
    records,
    field: (of, name) => fields.get(of)?.(name) ?? feelName(name),
    paper: all([...service.papers, ...otherPapers(conditions, service)]),
    value: all(values),
    score: all(values, '评分'),
    guard: all(values, '待定'),
    condition: all(conditions),
    service: give(service.title.zh, service.name),
  }
}
