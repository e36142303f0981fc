import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listNoticesOptions } from '../../api/generated/@tanstack/react-query.gen.ts'
import { Await } from '../../parts/await.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { NoticeList } from './notice-list.tsx'

export function NoticesPage() {
  const { t } = useTranslation('public')
  return (
    <Page title={t('notices.title')} about={<p>{t('notices.about')}</p>}>
      <Block>
        <Await query={useQuery(listNoticesOptions())}>
          {(notices) => <NoticeList notices={notices} />}
        </Await>
      </Block>
    </Page>
  )
}
