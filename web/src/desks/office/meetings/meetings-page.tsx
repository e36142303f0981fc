import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listMeetingsOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { usePerson } from '../../../api/session.ts'
import { Await, Empty, Skeleton } from '../../../parts/await.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { ConveneForm } from './convene-form.tsx'

/** Deliberation meetings, and the form that convenes another. */
export function MeetingsPage() {
  const { t, ready } = useTranslation('meetings')
  const rights = usePerson()?.rights ?? []
  const query = useQuery(listMeetingsOptions())
  if (!ready) return <Skeleton lines={8} />
  return (
    <Page title={t('page.title')} about={<p>{t('page.about')}</p>}>
      {rights.includes('meeting.hold') && (
        <Block heading={t('new.title')}>
          <ConveneForm />
        </Block>
      )}
      <Block heading={t('list.title')}>
        <Await query={query}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty says={t('list.none')} />
            ) : (
              <ul className="lines">
                {rows.map((row) => (
                  <li key={row.id}>
                    <Link to="/office/meetings/$id" params={{ id: row.id }}>
                      {row.title}
                    </Link>
                    <span className="small quiet num">
                      {row.number} · {row.heldOn} ·{' '}
                      {row.closedOn ? t('list.closed', { on: row.closedOn }) : t('list.open')}
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </Await>
      </Block>
    </Page>
  )
}
