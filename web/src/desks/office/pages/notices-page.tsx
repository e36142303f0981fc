import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listNoticesOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { Await, Empty } from '../../../parts/await.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { useSay } from '../../../words/say.ts'
import { NewNotice } from './new-notice.tsx'

/** 公示: publishing one freezes its list and starts its window. */
export function NoticesPage() {
  const { t } = useTranslation('office')
  return (
    <Page title={t('notices.title')} about={<p>{t('notices.about')}</p>}>
      <Block heading={t('notices.new')}>
        <NewNotice />
      </Block>
      <Block heading={t('notices.list')}>
        <NoticeList />
      </Block>
    </Page>
  )
}

function NoticeList() {
  const { t } = useTranslation('office')
  const say = useSay()
  return (
    <Await query={useQuery(listNoticesOptions())}>
      {(notices) =>
        notices.length === 0 ? (
          <Empty says={t('notices.none')} />
        ) : (
          <ul className="lines">
            {notices.map((notice) => (
              <li key={notice.id}>
                <Link to="/notices/$id" params={{ id: notice.id }}>
                  {say(notice.title)}
                </Link>
                <span className="small quiet num">
                  {notice.number} · {notice.from} — {notice.until} · {t(`notices.${notice.state}`)}{' '}
                  · {t('notices.objections', { count: notice.objections })}
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Await>
  )
}
