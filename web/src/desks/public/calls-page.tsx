import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listCallsOptions } from '../../api/generated/@tanstack/react-query.gen.ts'
import { Await } from '../../parts/await.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { CallList } from './call-list.tsx'

export function CallsPage() {
  const { t } = useTranslation('public')
  return (
    <Page title={t('calls.title')} about={<p>{t('calls.about')}</p>}>
      <Block>
        <Await query={useQuery(listCallsOptions())}>{(calls) => <CallList calls={calls} />}</Await>
      </Block>
    </Page>
  )
}
