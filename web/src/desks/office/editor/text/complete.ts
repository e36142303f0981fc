import type { NameKind, Outline, OutlinedName, Schemas } from '../checked.ts'
import { choicesAt, keysAt, schemaOf } from './schema-place.ts'
import { type Place, placeAt, siblingsAt } from './yaml-place.ts'

/** Something that could be written at the cursor. */
export type Offer = {
  readonly label: string
  readonly apply: string
  /** What it is, in the reader's language; empty where the label says it. */
  readonly detail: string
  readonly kind: NameKind | 'key' | 'choice' | 'unit' | 'function' | 'article' | 'word'
}
export type Offers = { readonly from: number; readonly offers: readonly Offer[] }

export type Writing = {
  readonly file: string
  readonly text: string
  readonly offset: number
  readonly schemas: Schemas
  readonly outline: Outline
  readonly language: 'zh' | 'en'
}

/** Keys whose value is a formula. */
const FORMULAS = new Set(['that', 'when', 'gives', 'else', 'of', 'rate', 'up-to', 'to', 'from'])
const BOUNDS = new Set(['at-most', 'at-least', 'claim', 'year', 'lifetime'])

/** Keys whose value names something, and what. */
const NAMING: Readonly<Record<string, readonly NameKind[]>> = {
  by: ['office'],
  owner: ['office'],
  issuer: ['office'],
  offices: ['office'],
  evidenced: ['paper'],
  'looks-at': ['paper'],
  needs: ['condition'],
  judges: ['condition'],
  amount: ['value'],
  'best-of': ['value'],
  service: ['service'],
  services: ['service'],
  excludes: ['service'],
  like: ['example'],
  'carried-by': ['condition', 'service', 'value', 'paper', 'fact'],
  touches: ['condition', 'service', 'value', 'paper', 'fact'],
}

/** Keys of a map that are names themselves. */
const NAMED_KEYS: Readonly<Record<string, readonly NameKind[]>> = {
  given: ['fact', 'records', 'paper', 'condition'],
  findings: ['condition'],
  values: ['value'],
}

/** Everything that may stand at the cursor; null where nothing is known. */
export function offersAt(writing: Writing): Offers | null {
  const { file, text, offset, schemas } = writing
  const place = placeAt(text, offset)
  const root = schemaOf(schemas, file)
  const last = place.path.findLast((step) => step !== '[]') ?? ''
  if (place.writes === 'key') {
    const naming = NAMED_KEYS[last]
    if (naming && place.path.at(-1) === last) return named(writing, place, naming, ': ')
    return root ? keys(writing, place, root) : null
  }
  if (last === 'cite') return articles(writing, place)
  if (isFormula(place.path, last)) return formula(writing, place)
  const naming = NAMING[last]
  if (naming) return named(writing, place, naming)
  return root ? choices(writing, place, choicesAt(root, place.path)) : null
}

function isFormula(path: readonly string[], last: string): boolean {
  const holder = path.filter((step) => step !== '[]').at(-2) ?? ''
  if (last === 'of') return !['score', 'at-least'].includes(holder)
  if (last === 'from' || last === 'to') return ['scored', 'round'].includes(holder)
  if (BOUNDS.has(last)) return ['score', 'amount', 'pays', 'at-most'].includes(holder)
  return FORMULAS.has(last)
}

function keys({ text, offset }: Writing, place: Place, root: object): Offers {
  const there = siblingsAt(text, offset)
  const offers = keysAt(root as never, place.path)
    .filter(({ key }) => !there.includes(key))
    .map(({ key, isRequired }): Offer => {
      return { label: key, apply: `${key}: `, detail: isRequired ? '*' : '', kind: 'key' }
    })
  return { from: place.from, offers }
}

function named(
  { outline, language, file }: Writing,
  place: Place,
  ...[kinds, after = '']: readonly [kinds: readonly NameKind[], after?: string]
): Offers {
  const offers = outline.names
    .filter(({ kind, at }) => kinds.includes(kind) && (kind !== 'example' || at?.file === file))
    .map(({ name, title, kind }): Offer => {
      return { label: name, apply: `${name}${after}`, detail: title[language], kind }
    })
  return { from: place.from, offers }
}

function choices({ outline }: Writing, place: Place, listed: readonly string[]): Offers {
  const holder = place.path.at(-2)
  const fact =
    holder === 'given' ? outline.names.find(({ name }) => name === place.path.at(-1)) : null
  const own = (fact?.options ?? []).map(({ value, title }): Offer => {
    return { label: value, apply: value, detail: title.zh, kind: 'choice' }
  })
  const verdicts = fact && ['condition', 'paper'].includes(fact.kind) ? ['met', 'not-met'] : []
  const all = [...listed, ...verdicts].map((value): Offer => {
    return { label: value, apply: value, detail: '', kind: 'choice' }
  })
  return { from: place.from, offers: [...own, ...all] }
}

function articles({ outline, language }: Writing, place: Place): Offers {
  const gists = new Map(outline.articles.map(({ article, gist }) => [article, gist[language]]))
  const cited = outline.names.flatMap(({ cite, title }) =>
    cite && !gists.has(cite) ? [[cite, title[language]] as const] : [],
  )
  const all = [...new Map([...gists, ...cited.reverse()])]
  const inOrder = all.sort(([a], [b]) =>
    inDigits(a).localeCompare(inDigits(b), 'en', { numeric: true }),
  )
  const offers = inOrder.map(([article, gist]): Offer => {
    return { label: article, apply: article, detail: gist, kind: 'article' }
  })
  return { from: place.from, offers }
}

const NUMERALS = '一二三四五六七八九'

/** 第7条(十二) as 第7条(12), so that items sort as they are counted. */
function inDigits(cite: string): string {
  return cite.replace(/[一二三四五六七八九十]+/, (numeral) => {
    const [tens = '', ones = ''] = numeral.includes('十') ? numeral.split('十') : ['零', numeral]
    const ten = tens === '' ? 1 : NUMERALS.indexOf(tens) + 1
    return String(ten * 10 + NUMERALS.indexOf(ones || '零') + 1)
  })
}

const IN_FORMULAS: readonly NameKind[] = ['fact', 'records', 'field', 'value', 'day-asked']

/** Units right behind a number; names, options, functions and words elsewhere. */
function formula({ outline, language }: Writing, place: Place): Offers {
  const number = /\d+(?:\.\d+)?\s*([\p{L}%²㎡]*)$/u.exec(place.word)
  if (number) {
    const begun = number[1] ?? ''
    const offers = outline.units.map((unit): Offer => plain(unit, 'unit'))
    return { from: place.from + place.word.length - begun.length, offers }
  }
  const option = optionsBefore(outline, place.word)
  if (option) return { ...option, from: place.from + option.from }
  const begun = /[\p{L}\p{N}_-]*$/u.exec(place.word)?.[0] ?? ''
  const names = outline.names.filter(({ kind }) => IN_FORMULAS.includes(kind))
  const offers = [
    ...names.map(({ name, title, kind, unit }): Offer => {
      const said = language === 'zh' ? name : title.en
      return {
        label: title.zh,
        apply: title.zh,
        detail: [said, unit].filter(Boolean).join(' · '),
        kind,
      }
    }),
    ...outline.functions.map((one): Offer => {
      return { label: one, apply: `${one}(`, detail: '', kind: 'function' }
    }),
    ...outline.words.map((word): Offer => plain(word, 'word')),
  ]
  return { from: place.from + place.word.length - begun.length, offers }
}

const plain = (text: string, kind: Offer['kind']): Offer => ({
  label: text,
  apply: text,
  detail: '',
  kind,
})

/** Inside a quotation mark that an option of the fact before it may fill. */
function optionsBefore(outline: Outline, written: string): Offers | null {
  const open = /([\p{L}\p{N}_.-]+)\s*(?:=|!=|in\s*\(\s*(?:"[^"]*"\s*,\s*)*)\s*"([^"]*)$/u.exec(
    written,
  )
  if (!open) return null
  const [, called = '', begun = ''] = open
  const last = called.split('.').at(-1) ?? ''
  const fact = outline.names.find((one: OutlinedName) => one.title.zh === last || one.name === last)
  const offers = (fact?.options ?? []).map(({ value, title }): Offer => {
    return { label: title.zh, apply: `${title.zh}"`, detail: value, kind: 'choice' }
  })
  return { from: written.length - begun.length, offers }
}
