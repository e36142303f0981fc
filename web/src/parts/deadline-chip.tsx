import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deadline } from '../api/generated/types.gen.ts'
import { dayInText } from '../ui/format.ts'
import { useLanguage, useSay } from '../words/say.ts'
import './deadline-chip.css'

/** Working days left; how they were counted on hover and on focus. */
export function DeadlineChip({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation()
  const say = useSay()
  const language = useLanguage()
  const id = useId()
  return (
    <span className="chip-hold">
      <button type="button" className={`chip ${urgency(deadline.left)}`} aria-describedby={id}>
        <DaysLeft left={deadline.left} unit={deadline.unit} />
        <time dateTime={deadline.on}>{deadline.on}</time>
      </button>
      <span role="tooltip" id={id} className="chip-tip">
        <b>{t('deadline.counted')}</b>
        <span>
          {t('deadline.from', {
            from: dayInText(deadline.from, language),
            on: dayInText(deadline.on, language),
          })}
        </span>
        <span>{say(deadline.counted)}</span>
        <b>{t('deadline.basis')}</b>
        <span>{say(deadline.basis)}</span>
        {deadline.assumed && <span>{t('deadline.assumed')}</span>}
      </span>
    </span>
  )
}

type Left = { left: number; unit?: Deadline['unit'] }

export function DaysLeft({ left, unit = 'working-days' }: Left) {
  const { t } = useTranslation()
  const days = unit === 'days' ? '-days' : ''
  if (left === 0) return <span>{t('deadline.today')}</span>
  if (left > 0) return <span>{t(`deadline.left${days}` as 'deadline.left', { count: left })}</span>
  return <span>{t(`deadline.over${days}` as 'deadline.over', { count: -left })}</span>
}

function urgency(left: number): string {
  if (left < 0) return 'chip-over'
  return left <= 2 ? 'chip-near' : ''
}
