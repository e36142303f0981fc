import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listConsultationsOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import type { ConsultationRow } from '../../../api/generated/types.gen.ts'
import { Await, Empty, Skeleton } from '../../../parts/await.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { useSay } from '../../../words/say.ts'
import '../public.css'

/** Drafts published for comment, the latest first. */
export function DraftsPage() {
  const { t, ready } = useTranslation('drafts')
  const query = useQuery(listConsultationsOptions())
  if (!ready) return <Skeleton lines={6} />
  return (
    <Page title={t('list.title')} about={<p className="lead">{t('list.about')}</p>}>
      <Block>
        <Await query={query}>
          {(all) => <Rows rows={all.filter(({ phase }) => phase !== 'prepared')} />}
        </Await>
      </Block>
    </Page>
  )
}

function Rows({ rows }: { rows: readonly ConsultationRow[] }) {
  const { t } = useTranslation('drafts')
  const say = useSay()
  if (rows.length === 0) return <Empty says={t('list.none')} />
  return (
    <ul className="list">
      {rows.map((row) => (
        <li key={row.id} className="item">
          <Link to="/drafts/$id" params={{ id: row.id }} className="item-title song">
            {say(row.title)}
          </Link>
          <PhaseLine row={row} />
        </li>
      ))}
    </ul>
  )
}

/** Where a consultation stands: its phase, its days, what is left, its number and office. */
export function PhaseLine({ row }: { row: ConsultationRow }) {
  const { t } = useTranslation('drafts')
  const say = useSay()
  const { phase, opensOn, closesOn, daysLeft, number, office } = row
  return (
    <p className="facts-line small quiet">
      <span className={`tag tag-${phase === 'open' ? 'open' : 'quiet'}`}>
        {t(`phase.${phase}`)}
      </span>
      <span className="num">
        {opensOn} — {closesOn}
      </span>
      {daysLeft !== null && (
        <span>{daysLeft === 0 ? t('row.last') : t('row.left', { count: daysLeft })}</span>
      )}
      <span>{number}</span>
      <span>{say(office)}</span>
    </p>
  )
}
