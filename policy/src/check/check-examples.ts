import { misfitsOf } from '../evaluate/given.ts'
import type { Supplied } from '../evaluate/outcome.ts'
import type { Fact } from '../program/fact.ts'
import { dayOf } from '../values/day.ts'
import { type Misfit, readSupplied } from '../values/supplied.ts'
import { type Known, mustBeAnArticle, mustBeKnown } from './known.ts'

type Example = Known['source']['examples'][number]

/** Examples name what there is and give what fits; whether their answers hold is `try`'s business. */
export function checkExamples(known: Known): void {
  const { examples, services } = known.source
  const scores = [...known.values.values()].filter(({ scoredBy }) => scoredBy !== null)
  const answerable = new Set([
    ...known.facts.keys(),
    ...known.records.keys(),
    ...scores.map(({ name }) => name),
    ...paidNames(known),
    ...known.papers,
    ...known.conditions.keys(),
  ])
  for (const example of examples) {
    const { at, cite } = example
    mustBeAnArticle(known, cite, at)
    mustBeKnown(known, {
      name: example.service,
      among: services.map(({ service }) => service),
      at,
      cite,
      of: { zh: '服务', en: 'service' },
    })
    if (!dayOf(example.on))
      known.complaints.add({
        at,
        cite,
        code: 'example.day',
        zh: `${example.on} 不是日期`,
        en: `${example.on} is not a day`,
      })
    for (const name of Object.keys(example.findings ?? {})) {
      mustBeKnown(known, {
        name,
        among: known.conditions.keys(),
        at,
        cite,
        of: { zh: '条件', en: 'condition' },
      })
    }
    for (const name of Object.keys(example.given)) {
      mustBeKnown(known, {
        name,
        among: answerable,
        at,
        cite,
        of: { zh: '事实、材料或评判条件', en: 'fact, paper or judged condition' },
      })
    }
    checkValues(known, example)
    checkLike(known, example)
  }
}

function checkValues(known: Known, { given, at, cite }: Example): void {
  for (const [name, value] of Object.entries(given)) {
    const takenAway = value === null || (typeof value === 'object' && 'unavailable' in value)
    if (takenAway) continue
    const misfits = misfitsHere(known, name, value)
    if (!misfits) checkVerdict(known, { name, value }, { at, cite })
    for (const { says } of misfits ?? [])
      known.complaints.add({ at, cite, code: 'example.misfit', zh: says.zh, en: says.en })
  }
}

/** Why a value does not fit what bears its name; null for papers and judged conditions. */
function misfitsHere(known: Known, name: string, value: Supplied): readonly Misfit[] | null {
  const records = known.records.get(name)
  if (records) return misfitsOf(records, value)
  const fact = known.facts.get(name) ?? numberOf(known, name)
  if (!fact) return null
  const read = readSupplied(fact, value)
  return 'misfit' in read ? [read.misfit] : []
}

/** A score is a plain number; what was paid is money. */
function numberOf(known: Known, name: string): Fact | null {
  const value = known.values.get(name)
  if (value?.scoredBy) return { ...ANY, name, title: value.title, type: 'number', unit: null }
  const paid = paidNames(known).includes(name)
  const title = { zh: name, en: name }
  return paid ? { ...ANY, name, title, type: 'amount', unit: '元' } : null
}

const ANY = {
  options: [],
  subject: 'party',
  from: 'register',
  sensitivity: 'internal',
  ask: { zh: '', en: '' },
  help: null,
} as const

/** Names under which the ledger says what was paid. */
function paidNames(known: Known): readonly string[] {
  return known.source.services.flatMap(({ service }) => [
    `${service}-paid-this-year`,
    `${service}-paid-so-far`,
  ])
}

const VERDICTS: readonly unknown[] = [true, false, 'met', 'not-met', 'unknown']

/** A paper is there or refused, a judged condition met or not; nothing else can be said of them. */
function checkVerdict(
  known: Known,
  given: { readonly name: string; readonly value: unknown },
  { at, cite }: Pick<Example, 'at' | 'cite'>,
): void {
  if (VERDICTS.includes(given.value)) return
  known.complaints.add({
    at,
    cite,
    code: 'example.misfit',
    zh: `${given.name} 应为 met 或 not-met（材料为 true）`,
    en: `${given.name} must be met or not-met (a paper: true)`,
  })
}

function checkLike(known: Known, example: Example): void {
  if (example.like === undefined) return
  if (comesBack(known, example)) {
    known.complaints.add({
      at: example.at,
      cite: example.cite,
      code: 'example.like-circle',
      zh: `${example.name} 的 like 绕回了自己`,
      en: `the like of ${example.name} leads back to itself`,
    })
    return
  }
  const others = known.source.examples.filter(
    ({ file, name }) => file === example.file && name !== example.name,
  )
  mustBeKnown(known, {
    name: example.like,
    among: others.map(({ name }) => name),
    at: example.at,
    cite: example.cite,
    of: { zh: '例子', en: 'example' },
  })
}

function comesBack(known: Known, example: Example): boolean {
  const seen = new Set<Example>()
  const next = (one: Example) =>
    known.source.examples.find(({ file, name }) => file === one.file && name === one.like)
  for (let one = next(example); one && !seen.has(one); one = next(one)) {
    if (one === example) return true
    seen.add(one)
  }
  return false
}
