import type { SectionKind } from '../reading.ts'
import { numberOf } from './numeral.ts'

/** How a number is written; a list keeps one style, and a deeper list has a higher rank. */
export type Style =
  | 'annex'
  | 'part'
  | 'chapter'
  | 'subchapter'
  | 'article'
  | 'preface'
  | 'heading'
  | '一、'
  | '（一）'
  | '1.'
  | 'box'
  | '1、'
  | '（1）'
  | '①'
  | '——'

export type Marker = {
  readonly style: Style
  readonly kind: SectionKind
  readonly rank: number
  /** As printed, without the spaces. */
  readonly label: string
  readonly number: number | null
  readonly rest: string
  /** Whether the number stands by itself: a space, or nothing, follows it. */
  readonly alone: boolean
}

const CHINESE = '[〇零一二三四五六七八九十百]+'
const LONGEST_HEADING = 60

type Spelling = {
  readonly style: Style
  readonly kind: SectionKind
  readonly rank: number
  readonly pattern: RegExp
  /** Only a line that looks like a heading carries this number. */
  readonly headingOnly?: true
}

const any = `([0-9０-９]+|${CHINESE})`
const spelled = (source: string) => new RegExp(`^${source}([\\s\\u3000]*)(.*)$`, 'su')

/** Each pattern gives the label, in it the number, the space behind it and the rest. */
const SPELLINGS: readonly Spelling[] = [
  {
    style: 'annex',
    kind: 'annex',
    rank: -1,
    pattern: spelled(`(附\\s*[件表录]\\s*[（(]?${any}?[）)]?[：:]?)`),
    headingOnly: true,
  },
  {
    style: 'part',
    kind: 'part',
    rank: 0,
    pattern: spelled(`(第\\s*${any}\\s*[编篇])`),
    headingOnly: true,
  },
  {
    style: 'chapter',
    kind: 'chapter',
    rank: 1,
    pattern: spelled(`(第\\s*${any}\\s*章)`),
    headingOnly: true,
  },
  {
    style: 'subchapter',
    kind: 'subchapter',
    rank: 2.6,
    pattern: spelled(`(第\\s*${any}\\s*节)`),
    headingOnly: true,
  },
  { style: 'article', kind: 'article', rank: 3, pattern: spelled(`(第\\s*${any}\\s*条)`) },
  {
    style: 'preface',
    kind: 'heading',
    rank: 3.5,
    pattern: /^((?:前|引|序)[\s\u3000]*言)()()($)/u,
    headingOnly: true,
  },
  { style: '一、', kind: 'item', rank: 3.5, pattern: spelled(`((${CHINESE})、)`) },
  { style: '（一）', kind: 'item', rank: 4, pattern: spelled(`([（(]\\s*(${CHINESE})\\s*[）)])`) },
  {
    style: '1.',
    kind: 'item',
    rank: 5,
    pattern: spelled('(([0-9０-９]{1,3})[.．](?![0-9０-９]))'),
  },
  {
    style: 'box',
    kind: 'box',
    rank: 5.5,
    pattern: spelled('(专栏([0-9０-９]+)(?:[-－—][0-9０-９]+)?[：:]?)'),
    headingOnly: true,
  },
  {
    style: 'box',
    kind: 'box',
    rank: 5.5,
    pattern: spelled(`(典型案例(${CHINESE})[：:])`),
    headingOnly: true,
  },
  { style: '1、', kind: 'item', rank: 6, pattern: spelled('(([0-9０-９]{1,3})、)') },
  {
    style: '（1）',
    kind: 'item',
    rank: 7,
    pattern: spelled('([（(]\\s*([0-9０-９]{1,3})\\s*[）)])'),
  },
  { style: '①', kind: 'item', rank: 8, pattern: spelled('(([①-⑳]))') },
  { style: '——', kind: 'item', rank: 9, pattern: /^(——)()()(?=[^—\s\d])(.*)$/su },
]

/** The number a line opens with, or null where it opens with none. */
export function markerOf(text: string): Marker | null {
  for (const spelling of SPELLINGS) {
    const found = spelling.pattern.exec(text)
    if (!found) continue
    const [, printed = '', written = '', space = '', rest = ''] = found
    if (spelling.headingOnly && !looksLikeHeading(rest)) continue
    const { style, kind, rank } = spelling
    return {
      style,
      kind,
      rank,
      label: printed.replaceAll(/[\s\u3000]+/gu, ''),
      number: numbered(written),
      rest: rest.trim(),
      alone: space !== '' || rest === '',
    }
  }
  return null
}

function numbered(written: string): number | null {
  if (written === '') return null
  if (/^[①-⑳]$/u.test(written)) return (written.codePointAt(0) ?? 0) - 0x2460 + 1
  return numberOf(written)
}

/** A heading is short and says no whole sentence. */
export function looksLikeHeading(text: string): boolean {
  return text.length <= LONGEST_HEADING && !/[。；！？]|[，、：:]$/u.test(text)
}

/** The label in an address: half-width brackets and digits, as citations are written. */
export function addressed(label: string): string {
  return label
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replaceAll(/[０-９．]/gu, (one) => one.normalize('NFKC'))
}
