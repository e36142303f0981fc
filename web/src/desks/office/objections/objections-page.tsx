import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listObjectionsOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import type { ObjectionRow } from '../../../api/generated/types.gen.ts'
import { Await, Empty, Skeleton } from '../../../parts/await.tsx'
import { DaysLeft } from '../../../parts/deadline-chip.tsx'
import { Block, Page } from '../../../parts/page.tsx'

/** Objections this post answers, open ones first. */
export function ObjectionsPage() {
  const { t, ready } = useTranslation('objections')
  const query = useQuery(listObjectionsOptions())
  if (!ready) return <Skeleton lines={6} />
  return (
    <Page title={t('list.title')} about={<p>{t('list.about')}</p>}>
      <Block>
        <Await query={query}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty says={t('list.none')} />
            ) : (
              <ul className="lines">
                {rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </ul>
            )
          }
        </Await>
      </Block>
    </Page>
  )
}

function Row({ row }: { row: ObjectionRow }) {
  const { t } = useTranslation('objections')
  return (
    <li>
      <Link
        to="/office/cases/$id/objections/$objection"
        params={{ id: row.caseId, objection: row.id }}
      >
        {row.number ?? row.on} {row.party}
      </Link>
      <span className="small quiet num">
        {t('list.made')} {row.on} ·{' '}
        {row.answered && (
          <>
            {t(row.answered.upheld ? 'answer.upheld' : 'answer.dismissed')} · {row.answered.on}
          </>
        )}
        {row.waits && t('list.waits')}
        {row.waits && row.due && ' · '}
        {row.due && (
          <>
            {t('list.due')} {row.due}
          </>
        )}
      </span>
      {row.left !== null && (
        <span className="small">
          <DaysLeft left={row.left} />
        </span>
      )}
    </li>
  )
}
