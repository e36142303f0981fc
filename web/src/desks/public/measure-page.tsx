import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeasureView } from '../../api/generated/types.gen.ts'
import { measureQuery, programOf } from '../../api/measure.ts'
import { Await } from '../../parts/await.tsx'
import { Grounds } from '../../parts/margin/margin.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { shortHash } from '../../ui/format.ts'
import { useSay } from '../../words/say.ts'
import { ArticleRow } from './measure/article-row.tsx'
import { Enactments, Versions } from './measure/enactments.tsx'
import { PlanBlocks } from './measure/plan-blocks.tsx'
import { ServiceBlock } from './measure/service-block.tsx'
import { InForce } from './measure-list.tsx'
import './measure/measure.css'

const here = getRouteApi('/measures/$pack')

/** One measure as it is carried out: each article with its gist and its rules side by side. */
export function MeasurePage() {
  const { t } = useTranslation('public')
  const { pack } = here.useParams()
  const query = useQuery(measureQuery(pack))
  if (query.data) return <Measure view={query.data} />
  return (
    <Page title={t('measures.title')} trail={[[t('measures.title'), '/measures']]}>
      <Block>
        <Await query={query} lines={10}>
          {() => null}
        </Await>
      </Block>
    </Page>
  )
}

function Measure({ view }: { view: MeasureView }) {
  const { t } = useTranslation('public')
  const say = useSay()
  const program = programOf(view)
  const texts = new Map(view.texts.map(({ article, text }) => [article, text]))
  useAnchor()
  return (
    <Grounds pack={program.pack} version={program.version}>
      <Page
        title={say(program.title)}
        trail={[[t('measures.title'), '/measures']]}
        about={<About view={view} />}
      >
        {Object.values(program.services).map((service) => (
          <ServiceBlock key={service.name} program={program} service={service} />
        ))}
        <PlanBlocks program={program} />
        <Block heading={t('measure.articles')}>
          <p className="quiet">{t('measure.articles.about')}</p>
          <ArticleJump articles={program.articles.map(({ article }) => article)} />
        </Block>
        {program.articles.map((article) => (
          <ArticleRow
            key={article.article}
            program={program}
            article={article}
            official={texts.get(article.article) ?? null}
          />
        ))}
        <Enactments enactments={view.enactments} />
        <Versions versions={view.versions} />
      </Page>
    </Grounds>
  )
}

function About({ view }: { view: MeasureView }) {
  const { t } = useTranslation('public')
  const { t: common } = useTranslation()
  const say = useSay()
  const program = programOf(view)
  const { summary } = view
  const valid =
    program.validFrom || program.validUntil
      ? `${t('measure.valid')} ${program.validFrom ?? ''} — ${program.validUntil ?? ''}`
      : t('measure.valid.none')
  return (
    <p className="facts-line small">
      <span>{say(summary.issuer)}</span>
      <span>{t(`measure.state.${summary.state}`)}</span>
      <InForce measure={summary} />
      {program.source?.trust === 'unverified' && (
        <span className="stage-warn" title={say(program.source.note)}>
          △ {t('measure.unverified')}
        </span>
      )}
      <span>{valid}</span>
      <span className="num">
        {common('number.of-articles', { done: summary.executable, all: summary.articles })}
      </span>
      <span>
        {common('version')} {program.version}
      </span>
      <span title={program.digest}>
        {t('measure.digest')} <span className="mono">{shortHash(program.digest)}</span>
      </span>
    </p>
  )
}

function ArticleJump({ articles }: { articles: readonly string[] }) {
  const { t } = useTranslation('public')
  return (
    <nav className="jump no-print" aria-label={t('measure.jump')}>
      {articles.map((article) => (
        <a key={article} href={`#${article}`} aria-label={article}>
          {article.replaceAll(/[第条]/g, '')}
        </a>
      ))}
    </nav>
  )
}

/** The articles come after the data, so the browser's own jump finds nothing yet. */
function useAnchor(): void {
  useEffect(() => {
    const wanted = decodeURIComponent(window.location.hash.slice(1))
    if (wanted) document.getElementById(wanted)?.scrollIntoView()
  }, [])
}
