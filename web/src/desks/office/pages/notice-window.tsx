import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { planNoticeOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import type { NoticeWindow } from '../../../api/generated/types.gen.ts'
import { Await } from '../../../parts/await.tsx'
import { dayInText } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../words/say.ts'

/** The window these cases would be published for today: first and last day, how counted, by which calendar. */
export function PlannedWindow({ cases }: { cases: readonly string[] }) {
  const { t } = useTranslation('office')
  const asked = [...cases].sort().join(',')
  const query = useQuery({
    ...planNoticeOptions({ query: { cases: asked } }),
    enabled: cases.length > 0,
  })
  if (cases.length === 0) return <p className="small quiet">{t('window.choose')}</p>
  return (
    <Await query={query} lines={3}>
      {(planned) => <Planned planned={planned} />}
    </Await>
  )
}

function Planned({ planned }: { planned: NoticeWindow }) {
  const { t } = useTranslation('office')
  const say = useSay()
  const language = useLanguage()
  return (
    <dl className="window" aria-live="polite">
      <dt>{t('window.first')}</dt>
      <dd>{dayInText(planned.from, language)}</dd>
      <dt>{t('window.last')}</dt>
      <dd>
        <b>{dayInText(planned.until, language)}</b>{' '}
        <span className="quiet">{t('window.days', { count: planned.workingDays })}</span>
      </dd>
      <dt>{t('window.counted')}</dt>
      <dd className="small">{say(planned.counted)}</dd>
      <dt>{t('window.calendar')}</dt>
      <dd className="small">{planned.calendar.join(t('judged.between'))}</dd>
    </dl>
  )
}
