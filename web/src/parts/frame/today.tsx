import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setDay } from '../../api/generated/sdk.gen.ts'
import type { ZoneView } from '../../api/generated/types.gen.ts'
import { usePerson, useZone } from '../../api/session.ts'
import { Button } from '../../ui/button.tsx'
import { dayInText } from '../../ui/format.ts'
import { useKey } from '../../ui/keys.ts'
import { useLanguage } from '../../words/say.ts'
import '../form/form.css'
import { RefusalNote } from '../refusal.tsx'

/** The day of the zone; in a demo those who may can set it forward, and everything is counted anew. */
export function Today() {
  const { t } = useTranslation()
  const language = useLanguage()
  const zone = useZone().data
  const person = usePerson()
  const [open, setOpen] = useState(false)
  useKey(open ? 'Escape' : null, () => setOpen(false))
  if (!zone) return null
  const day = t('today.is', { day: dayInText(zone.today, language) })
  if (!zone.demo) return <span className="head-btn num">{day}</span>
  const may = person?.rights.includes('demo.set-day') ?? false
  return (
    <span className="today">
      <button
        type="button"
        className="head-btn num"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        title={t('today.set')}
      >
        {day} <span className="today-demo">{t('today.demo')}</span>
      </button>
      {open && <SetDay zone={zone} may={may} onDone={() => setOpen(false)} />}
    </span>
  )
}

type Props = { zone: ZoneView; may: boolean; onDone: () => void }

function SetDay({ zone, may, onDone }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [day, change] = useState(zone.today)
  const move = useMutation({
    mutationFn: () => setDay({ body: { day }, throwOnError: true }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      onDone()
    },
  })
  return (
    <form
      className="today-set"
      onSubmit={(event) => {
        event.preventDefault()
        move.mutate()
      }}
    >
      <label htmlFor="demo-day">{t('today.to')}</label>
      <input
        id="demo-day"
        className="field"
        type="date"
        min={zone.today}
        value={day}
        disabled={!may}
        onChange={(event) => change(event.target.value)}
      />
      <p className="quiet">{t(may ? 'today.forward-only' : 'today.sign-in')}</p>
      <p className="quiet num">{t('today.calendar', { years: spanOf(zone.calendarYears) })}</p>
      {move.isError && <RefusalNote error={move.error} />}
      {may && (
        <Button type="submit" look="main" disabled={day <= zone.today || move.isPending}>
          {t('today.do')}
        </Button>
      )}
    </form>
  )
}

/** 2004 to 2026 as one span; the years come without gaps or they are listed. */
function spanOf(years: readonly number[]): string {
  const first = years[0]
  const last = years.at(-1)
  if (first === undefined || last === undefined) return ''
  return last - first + 1 === years.length && years.length > 2
    ? `${first}–${last}`
    : years.join(', ')
}
