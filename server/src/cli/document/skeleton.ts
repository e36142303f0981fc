import { stringify } from 'yaml'
import {
  type Asked,
  type Content,
  type Reading,
  type Section,
  sectionsOf,
} from '../../reader/index.ts'

/** The files of a new pack: file name → content. */
export type Skeleton = Readonly<Record<string, string>>

const EMPTY = { zh: '', en: '' }
const NOT_YET = { zh: '尚未编码', en: 'Not encoded yet' }
/** What a pack may cite: an article, or a heading of a numbered plan written `三(一)`. */
const CITED = /^(?:第\d+条|[一二三四五六七八九十]+(?:\([一二三四五六七八九十]+\))?)/u
const citable = (address: string) => CITED.exec(address.replaceAll(/[、.]/gu, ''))?.[0] ?? ''

/**
 * pack.yaml and gist.yaml with what the document prints and nothing else: what a person must write
 * is left empty, so that `banfa check` asks for it. No sentence of the document is carried over.
 */
export function skeletonOf(key: string, reading: Reading, found: readonly Asked[]): Skeleton {
  return {
    'pack.yaml': packYaml(key, reading, found),
    'gist.yaml': gistYaml(reading),
  }
}

function packYaml(key: string, reading: Reading, found: readonly Asked[]): string {
  const validity = found.find(({ kind, printed }) => kind === 'validity' && /起/u.test(printed))
  return `# 由文件生成的骨架：空着的由人填写，见 QUESTIONS.md。 A skeleton: a person fills in what is empty.
${stringify({
  format: 1,
  pack: key,
  version: '0-skeleton',
  state: stateOf(reading),
  title: { zh: reading.title ?? '', en: '' },
  issuer: '',
  language: 'zh',
  document: { file: reading.file },
  validity: {
    from: validity ? dayIn(validity.printed) : null,
    until: null,
    cite: CITED.exec(validity?.address ?? '')?.[0] ?? '',
  },
  offices: {},
})}`
}

/** Printed as a draft, or signed and dated; otherwise a person says. */
function stateOf({ draft, issuer }: Reading): string {
  if (draft !== null) return 'consultation-draft'
  return issuer === null ? '' : 'published'
}

function dayIn(printed: string): string | null {
  const [, year, month = '', day = ''] = /(\d{4})年(\d{1,2})月(\d{1,2})日/u.exec(printed) ?? []
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null
}

function gistYaml({ content }: Reading): string {
  const read = articlesIn(content, null)
  const places = read.length > 0 ? read : headingsIn(content)
  const articles = places.map(({ article, chapter }) => ({
    article,
    chapter: { zh: chapter ?? '', en: '' },
    gist: EMPTY,
    mark: 'manual',
    reason: NOT_YET,
    'carried-by': [],
  }))
  return `# 每条用自己的话写要旨，不抄原文。 The gist of each article in our own words, never its sentences.
${stringify({ articles }, { aliasDuplicateObjects: false })}`
}

type Article = { readonly article: string; readonly chapter: string | null }

function articlesIn(content: readonly Content[], chapter: string | null): Article[] {
  return content.flatMap((one): Article[] => {
    if (one.kind === 'paragraph' || one.kind === 'table' || one.kind === 'annex') return []
    if (one.kind === 'article') return [{ article: one.address, chapter }]
    return articlesIn(one.content, chapterOf(one) ?? chapter)
  })
}

/** The headings of a plan without articles, each once, under the part they stand in. */
function headingsIn(content: readonly Content[]): Article[] {
  const all = sectionsOf(content).filter(({ kind }) => kind !== 'annex')
  const parts = new Map(all.map((one) => [citable(one.address), one.title]))
  return [...parts].flatMap(([article]) => {
    const head = article.replace(/\(.*$/u, '')
    return article === '' ? [] : [{ article, chapter: parts.get(head) ?? null }]
  })
}

function chapterOf({ kind, title }: Section): string | null {
  return kind === 'chapter' || kind === 'heading' ? (title?.replaceAll(/\s/gu, '') ?? null) : null
}
