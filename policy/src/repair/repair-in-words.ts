import { restsOn } from '../evaluate/facts-of.ts'
import type { Outcome } from '../evaluate/outcome.ts'
import { formulasOf } from '../evaluate/worked-values.ts'
import { citationInWords } from '../explain/citation-in-words.ts'
import { conditionNamed } from '../program/conditions-in.ts'
import type { Program } from '../program/program.ts'
import type { Language, Words } from '../program/words.ts'
import { inEnglish, printValue } from '../values/print.ts'
import { readSupplied } from '../values/supplied.ts'
import { stepsOf, suppliedAs } from './grid.ts'
import type { Lever } from './lever.ts'
import type { Scalar } from './scalar.ts'
import type { Move, Moves } from './search.ts'

/** One change of a repair, as a person reads it. */
export type Change = {
  /** The fact, the records' name with the field (`yearly.revenue`), or `@` for the day asked. */
  readonly name: string
  /** What it must become, as a form would supply it: `305万元`; a day; an option. */
  readonly to: string | boolean | readonly string[]
  /** Where what was not met is met by it. */
  readonly cites: readonly string[]
  /** `职工总数由50人增加到53人，至少再增加3人（第7条(四)）`. */
  readonly says: Words
}

type Around = { readonly before: Outcome; readonly after: Outcome }

/** The moves of a repair in words, each with the articles it answers. */
export function changesOf(program: Program, moves: Moves, around: Around): readonly Change[] {
  return [...moves.values()].map((move) => {
    const cites = citesOf(program, move.lever, around)
    const said = (language: Language) => {
      const text = says(move, language)
      if (cites.length === 0) return text
      const places = cites.map((cite) => citationInWords(cite, language))
      const list = places.join(language === 'zh' ? '、' : ', ')
      return language === 'zh' ? `${text}（${list}）` : `${text} (${list})`
    }
    return {
      name: move.lever.key,
      to: suppliedAs(move.lever, move.to),
      cites,
      says: { zh: said('zh'), en: said('en') },
    }
  })
}

/** Conditions that are met now and were not, and that rest on what was changed. */
function citesOf(program: Program, lever: Lever, { before, after }: Around): string[] {
  const met = new Set(
    after.findings.filter(({ answer }) => answer === 'met').map(({ condition }) => condition),
  )
  const turned = before.findings.filter(
    (one) => one.answer === 'not-met' && one.of.length === 0 && met.has(one.condition),
  )
  const touched = turned.filter(({ condition }) => {
    const node = conditionNamed(program, condition)
    const of = node ? formulasOf(node) : []
    if (lever.kind === 'day-asked') return JSON.stringify(of).includes('"day-asked"')
    const { facts, records } = restsOn({ kind: 'and', of }, program.values)
    return lever.kind === 'fact'
      ? facts.includes(lever.fact.name)
      : records.includes(lever.records.name)
  })
  return [...new Set(touched.map(({ cite }) => cite))]
}

function says(move: Move, language: Language): string {
  const zh = language === 'zh'
  const { lever, from, to } = move
  if (lever.kind === 'day-asked') {
    return zh ? `最早于${to}申报` : `apply on ${to} at the earliest`
  }
  const title = titleOf(lever, language)
  const [was, is] = [printed(lever, from, language), printed(lever, to, language)]
  if (typeof from === 'number' && typeof to === 'number') {
    return `${title}${numbers({ lever, by: to - from, was, is }, language)}`
  }
  return zh ? `${title}由“${was}”改为“${is}”` : `${title}: ${is} instead of ${was}`
}

type Numbers = {
  readonly lever: OfFact
  readonly by: number
  readonly was: string
  readonly is: string
}

function numbers({ lever, by, was, is }: Numbers, language: Language): string {
  const difference = differenceOf(lever, Math.abs(by), language)
  if (language === 'zh') {
    const word = by > 0 ? '增加' : '减少'
    return `由${was}${word}到${is}${difference && `，至少再${word}${difference}`}`
  }
  const word = by > 0 ? 'more' : 'less'
  return `: from ${was} to ${is}${difference && `, at least ${difference} ${word}`}`
}

function titleOf(lever: OfFact, language: Language): string {
  const title = lever.fact.title[language]
  if (lever.kind === 'fact') return title
  const of = lever.records.title[language]
  return language === 'zh' ? `${of}·最近一期${title}` : `${of}, ${title} of the latest`
}

type OfFact = Exclude<Lever, { kind: 'day-asked' }>

function printed(lever: OfFact, value: Scalar, language: Language): string {
  const read = readSupplied(lever.fact, suppliedAs(lever, value))
  return 'value' in read ? printValue(lever.fact, read.value, language) : String(value)
}

/** How much more or less; nothing for shares, where points and percent are easily mistaken. */
function differenceOf(lever: OfFact, by: number, language: Language): string {
  const { type } = lever.fact
  if (type === 'share' || type === 'number' || stepsOf(lever) === null) return ''
  const text = String(suppliedAs(lever, by))
  return language === 'zh' ? text : inEnglish(text)
}
