import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { enterCalendar, previewCalendar } from '../../../api/generated/sdk.gen.ts'
import type { CalendarEffect, CalendarYear } from '../../../api/generated/types.gen.ts'
import { useToday } from '../../../api/session.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../pages/fields.tsx'
import { NumberField } from './number-field.tsx'
import { readDays } from './read-days.ts'

const LAYERS = ['national', 'regional', 'manual'] as const

type Given = { year: number; layer: CalendarYear['layer']; source: string; text: string }

/** A year typed from its notice: first what it changes, then the entering. */
export function EnterCalendar({ asked }: { asked: number | undefined }) {
  const { t } = useTranslation('clocks')
  const entering = useEntering(asked)
  const { given, give, read, preview, enter } = entering
  return (
    <form
      className="act-form-in"
      onSubmit={(event) => {
        event.preventDefault()
        preview.mutate()
      }}
    >
      <div className="field-pair">
        <NumberField
          label={t('enter.year')}
          value={given.year}
          least={2004}
          most={2100}
          onChange={(year) => give({ year })}
        />
        <LayerField layer={given.layer} onChoose={(layer) => give({ layer })} />
      </div>
      <Field
        label={t('enter.source')}
        value={given.source}
        onChange={(source) => give({ source })}
      />
      <DaysField text={given.text} onChange={(text) => give({ text })} />
      {'misread' in read && <p className="ask-misfit">{t('enter.misread', read.misread)}</p>}
      {preview.isError && <RefusalNote error={preview.error} />}
      {enter.isError && <RefusalNote error={enter.error} />}
      {preview.data && !enter.data && <Effect effect={preview.data} />}
      {enter.data && <p role="status">{t('enter.done', { count: enter.data.moved })}</p>}
      <p className="acts-row">
        <Button type="submit" disabled={'misread' in read || preview.isPending}>
          {t('enter.preview')}
        </Button>
        {preview.data && !enter.data && (
          <Button onClick={() => enter.mutate()} disabled={enter.isPending}>
            {t('enter.do')}
          </Button>
        )}
      </p>
    </form>
  )
}

function useEntering(asked: number | undefined) {
  const today = useToday()
  const queries = useQueryClient()
  const [typed, setTyped] = useState<Partial<Given>>({})
  const year = typed.year ?? asked ?? Number(today.slice(0, 4))
  const given: Given = { layer: 'national', source: '', text: '', ...typed, year }
  const read = readDays(given.text)
  const body = () => ({
    year,
    layer: given.layer,
    source: given.source,
    days: 'days' in read ? [...read.days] : [],
  })
  const preview = useMutation({
    mutationFn: async () => (await previewCalendar({ body: body(), throwOnError: true })).data,
  })
  const enter = useMutation({
    mutationFn: async () => (await enterCalendar({ body: body(), throwOnError: true })).data,
    onSuccess: () => queries.invalidateQueries(),
  })
  const give = (part: Partial<Given>) => {
    preview.reset()
    enter.reset()
    setTyped((now) => ({ ...now, ...part }))
  }
  return { given, give, read, preview, enter }
}

type LayerProps = { layer: Given['layer']; onChoose: (layer: Given['layer']) => void }

function LayerField({ layer, onChoose }: LayerProps) {
  const { t } = useTranslation('clocks')
  const id = useId()
  return (
    <div className="field-row">
      <label htmlFor={id}>{t('enter.layer')}</label>
      <select
        id={id}
        className="field"
        value={layer}
        onChange={(event) => onChoose(event.target.value as Given['layer'])}
      >
        {LAYERS.map((one) => (
          <option key={one} value={one}>
            {t(`layer.${one}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

function DaysField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('clocks')
  const id = useId()
  return (
    <div className="field-row">
      <label htmlFor={id}>{t('enter.days')}</label>
      <textarea
        id={id}
        className="field"
        rows={8}
        required
        aria-describedby={`${id}-help`}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-help`} className="small quiet">
        {t('enter.days.help')}
      </p>
    </div>
  )
}

function Effect({ effect }: { effect: CalendarEffect }) {
  const { t } = useTranslation('clocks')
  if (effect.moved === 0) return <p className="note">{t('effect.none')}</p>
  return (
    <div className="note">
      <p>{t('effect.some', { count: effect.moved })}</p>
      <ul className="lines">
        {effect.cases.map((one) => (
          <li key={one.caseId}>
            {one.party}
            <span className="small quiet num">
              {one.number} · {one.before ?? t('effect.unknown')} →{' '}
              {one.after ?? t('effect.unknown')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
