import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listMigrationsOptions,
  previewMigrationOptions,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import type { MeasureView, Migrated, MigrationPreview } from '../../../api/generated/types.gen.ts'
import { measureQuery } from '../../../api/measure.ts'
import { useToday } from '../../../api/session.ts'
import { Await, Empty, Skeleton } from '../../../parts/await.tsx'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { Grounds } from '../../../parts/margin/margin.tsx'
import { WidePage } from '../../../parts/page.tsx'
import { useSay } from '../../../words/say.ts'
import { Chosen } from './chosen.tsx'
import { Migrations } from './migrations.tsx'
import { Told } from './told.tsx'
import './migrate.css'

const here = getRouteApi('/office/measures/$pack/migrate')

/** 迁移在办件: what it would do to each open case, the act, and taking it back. */
export function MigratePage() {
  const { t, ready } = useTranslation('versions')
  const { t: office } = useTranslation('office')
  const { pack } = here.useParams()
  const measure = useQuery(measureQuery(pack))
  const done = useQuery(listMigrationsOptions({ path: { pack } }))
  if (!ready) return <Skeleton lines={8} />
  return (
    <WidePage
      title={t('page.title')}
      trail={[[office('nav.measures'), '/office/measures']]}
      about={t('page.about')}
    >
      <Await query={measure}>{(view) => <Preview view={view} />}</Await>
      <h2 className="migrate-history">{t('history.title')}</h2>
      <p className="small quiet">{t('history.about')}</p>
      <Await query={done}>{(rows) => <Migrations pack={pack} rows={rows} />}</Await>
    </WidePage>
  )
}

function Preview({ view }: { view: MeasureView }) {
  const { t } = useTranslation('versions')
  const say = useSay()
  const today = useToday()
  const { pack, title } = view.summary
  const to = view.enactments.find(
    ({ from, until }) => from <= today && (until === null || until >= today),
  )?.version
  const preview = useQuery({
    ...previewMigrationOptions({ path: { pack }, query: { to: to ?? '' } }),
    enabled: to !== undefined,
  })
  const [done, setDone] = useState<Migrated | null>(null)
  if (to === undefined) return <Empty says={t('page.none-in-force')} />
  return (
    <Grounds pack={pack} version={to}>
      <h2>{say(title)}</h2>
      <Await query={preview}>
        {(shown) => (
          <>
            <About preview={shown} />
            {done && <Told result={done} says="done" />}
            <Chosen
              key={shown.lines.map(({ caseId }) => caseId).join()}
              preview={shown}
              onDone={setDone}
            />
          </>
        )}
      </Await>
    </Grounds>
  )
}

/** Which version, by what rule, and how many cases it is about. */
function About({ preview: { to, rule, count, lines } }: { preview: MigrationPreview }) {
  const { t } = useTranslation('versions')
  const say = useSay()
  return (
    <div className="migrate-about">
      <p>
        <b className="num">{t('to.version', { version: to })}</b>
      </p>
      {rule ? (
        <p>
          {t('to.rule', { title: say(rule.title) })} <ArticleMark cite={rule.cite} />
        </p>
      ) : (
        <p>{t('to.no-rule')}</p>
      )}
      <p className="small quiet">
        {t('to.count', { count })}
        {lines.length < count && ` · ${t('to.shown', { shown: lines.length })}`} · {t('to.drafts')}
      </p>
    </div>
  )
}
