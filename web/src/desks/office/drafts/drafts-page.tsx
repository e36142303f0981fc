import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listConsultationsOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import type { ConsultationRow } from '../../../api/generated/types.gen.ts'
import { Await, Empty, Skeleton } from '../../../parts/await.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { useSay } from '../../../words/say.ts'
import { PrepareForm } from './prepare-form.tsx'

/** Every consultation, also those not published, and the form that prepares another. */
export function DraftsPage() {
  const { t, ready } = useTranslation('drafts')
  const query = useQuery(listConsultationsOptions())
  if (!ready) return <Skeleton lines={8} />
  return (
    <Page title={t('desk.title')} about={<p>{t('desk.about')}</p>}>
      <Block heading={t('desk.list')}>
        <Await query={query} lines={3}>
          {(rows) => <Rows rows={rows} />}
        </Await>
      </Block>
      <Block heading={t('new.title')}>
        <PrepareForm />
      </Block>
    </Page>
  )
}

function Rows({ rows }: { rows: readonly ConsultationRow[] }) {
  const { t } = useTranslation('drafts')
  const say = useSay()
  if (rows.length === 0) return <Empty says={t('desk.none')} />
  return (
    <ul className="lines">
      {rows.map(({ id, title, number, opensOn, closesOn, phase }) => (
        <li key={id}>
          <Link to="/office/drafts/$id" params={{ id }}>
            {say(title)}
          </Link>
          <span className="small quiet num">
            {number} · {opensOn} — {closesOn} · {t(`phase.${phase}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}
