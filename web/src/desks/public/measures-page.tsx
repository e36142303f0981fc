import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listMeasuresOptions } from '../../api/generated/@tanstack/react-query.gen.ts'
import type { MeasureSummary } from '../../api/generated/types.gen.ts'
import { Await } from '../../parts/await.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { MeasureList } from './measure-list.tsx'

/** What binds here before what may only be read and tried. */
const inForceFirst = (measures: readonly MeasureSummary[]) =>
  [...measures].sort((a, b) => Number(b.inForce !== null) - Number(a.inForce !== null))

export function MeasuresPage() {
  const { t } = useTranslation('public')
  return (
    <Page title={t('measures.title')} about={<p>{t('measures.about')}</p>}>
      <Block>
        <Await query={useQuery(listMeasuresOptions())}>
          {(measures) => <MeasureList measures={inForceFirst(measures)} />}
        </Await>
      </Block>
    </Page>
  )
}
