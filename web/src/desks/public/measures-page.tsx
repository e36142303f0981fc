import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listMeasuresOptions } from '../../api/generated/@tanstack/react-query.gen.ts'
import { Await } from '../../parts/await.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { MeasureList } from './measure-list.tsx'

export function MeasuresPage() {
  const { t } = useTranslation('public')
  return (
    <Page title={t('measures.title')} about={<p>{t('measures.about')}</p>}>
      <Block>
        <Await query={useQuery(listMeasuresOptions())}>
          {(measures) => <MeasureList measures={measures} />}
        </Await>
      </Block>
    </Page>
  )
}
