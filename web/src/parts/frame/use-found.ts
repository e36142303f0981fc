import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listCasesOptions,
  listMeasuresOptions,
} from '../../api/generated/@tanstack/react-query.gen.ts'
import { useProgram } from '../../api/measure.ts'
import { deskOf, usePerson } from '../../api/session.ts'
import { citeIn } from '../../ui/format.ts'
import { useLanguage, useSay } from '../../words/say.ts'

export type Found = {
  readonly kind: 'pages' | 'measures' | 'articles' | 'cases'
  readonly title: string
  readonly more: string
  readonly to: string
}

const ROWS = 12

/** What the letters typed lead to. Cases are asked of the server, which shows only one's own. */
export function useFound(text: string): readonly Found[] {
  const wanted = useDeferredValue(text.trim())
  const here = [usePages(), useMeasures(), useArticles()].flat()
  const cases = useCases(wanted)
  const holds = (found: Found) =>
    `${found.title} ${found.more}`.toLowerCase().includes(wanted.toLowerCase())
  return [...here.filter(holds), ...cases].slice(0, ROWS)
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

function useCases(text: string): readonly Found[] {
  const { t } = useTranslation()
  const say = useSay()
  const person = usePerson()
  const { data } = useQuery({
    ...listCasesOptions({ query: { text, limit: 6 } }),
    enabled: person !== null && text !== '',
  })
  const desk = person ? deskOf(person) : '/apply'
  return (data?.rows ?? []).map((row) => ({
    kind: 'cases',
    title: `${row.number ?? ''} ${row.party} ${say(row.serviceTitle)}`.trim(),
    more: t(`stage.${row.stage}`),
    to: `${desk}/cases/${row.id}`,
  }))
}
