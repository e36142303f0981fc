import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listMeasuresOptions,
  searchOptions,
} from '../../api/generated/@tanstack/react-query.gen.ts'
import type { FoundGroup, FoundLine } from '../../api/generated/types.gen.ts'
import { useProgram } from '../../api/measure.ts'
import { deskOf, usePerson } from '../../api/session.ts'
import { citeIn } from '../../ui/format.ts'
import { useLanguage, useSay } from '../../words/say.ts'

export type Found = {
  readonly kind: 'pages' | 'measures' | 'articles' | FoundGroup['kind']
  readonly title: string
  readonly more: string
  readonly to: string
}

/** So many pages, measures and articles stand before what the server finds. */
const HERE = 8
/** One character is in everything. */
const LEAST = 2

type Finds = {
  readonly rows: readonly Found[]
  /** Of some kind there are others than those shown. */
  readonly more: boolean
}

/** What the letters typed lead to. What one may see of cases and parties is the server's to say. */
export function useFound(text: string): Finds {
  const wanted = useDeferredValue(text.trim())
  const here = [usePages(), useMeasures(), useArticles()].flat()
  const groups = useGroups(wanted)
  const place = usePlaces()
  const holds = (found: Found) =>
    `${found.title} ${found.more}`.toLowerCase().includes(wanted.toLowerCase())
  const found = groups.flatMap(({ kind, rows }) => rows.map((row) => place(kind, row)))
  return {
    rows: [...here.filter(holds).slice(0, HERE), ...found],
    more: groups.some((group) => group.more),
  }
}

function usePages(): readonly Found[] {
  const { t } = useTranslation()
  const person = usePerson()
  const desk = person ? deskOf(person) : null
  const page = (title: string, to: string): Found => ({ kind: 'pages', title, more: '', to })
  return [
    page(t('nav.home'), '/'),
    page(t('nav.measures'), '/measures'),
    page(t('nav.calls'), '/calls'),
    page(t('nav.notices'), '/notices'),
    page(t('nav.verify'), '/verify'),
    desk
      ? page(t(desk === '/apply' ? 'nav.apply' : 'nav.office'), desk)
      : page(t('sign.in'), '/sign-in'),
  ]
}

function useMeasures(): readonly Found[] {
  const say = useSay()
  const { data = [] } = useQuery(listMeasuresOptions())
  return data.map((measure) => ({
    kind: 'measures',
    title: say(measure.title),
    more: say(measure.issuer),
    to: `/measures/${measure.pack}`,
  }))
}

/** Articles of the first measure in force: with one zone and few measures, that is the one at hand. */
function useArticles(): readonly Found[] {
  const say = useSay()
  const language = useLanguage()
  const { data = [] } = useQuery(listMeasuresOptions())
  const pack = data[0]?.pack ?? null
  const program = useProgram(pack)
  return (program?.articles ?? []).map((article) => ({
    kind: 'articles',
    title: `${citeIn(article.article, language)} ${say(article.gist)}`,
    more: say(article.chapter),
    to: `/measures/${pack}#${article.article}`,
  }))
}

function useGroups(text: string): readonly FoundGroup[] {
  const person = usePerson()
  const { data } = useQuery({
    ...searchOptions({ query: { text } }),
    enabled: person !== null && Array.from(text).length >= LEAST,
  })
  return data ?? []
}

/** How a thing found is written, and the page it leads to on the viewer's own desk. */
function usePlaces() {
  const say = useSay()
  const person = usePerson()
  const desk = person ? deskOf(person) : '/apply'
  return (kind: FoundGroup['kind'], row: FoundLine): Found => {
    const to = placeOf(kind, row, desk)
    if (kind === 'party') return { kind, title: say(row.title), more: row.number ?? '', to }
    const title = [row.number, say(row.title)].filter(Boolean).join(' ')
    return { kind, title, more: row.party ?? row.on ?? '', to }
  }
}

function placeOf(kind: FoundGroup['kind'], { id, caseId }: FoundLine, desk: string): string {
  const isOffice = desk === '/office'
  switch (kind) {
    case 'party':
      return isOffice ? `/office/parties/${id}` : `/apply/organisations/${id}`
    case 'objection':
      return isOffice ? `${desk}/cases/${caseId}/objections/${id}` : `${desk}/cases/${caseId}`
    case 'certificate':
      return `/verify/${encodeURIComponent(id)}`
    case 'notice':
      return `/notices/${id}`
    case 'meeting':
      return `/office/meetings/${id}`
    case 'consultation':
      return isOffice ? `/office/drafts/${id}` : `/drafts/${id}`
    default:
      return `${desk}/cases/${caseId}`
  }
}
