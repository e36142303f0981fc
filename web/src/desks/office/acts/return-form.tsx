import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { returnForCorrection } from '../../../api/generated/sdk.gen.ts'
import type { CaseView, MayAct } from '../../../api/generated/types.gen.ts'
import { useProgram } from '../../../api/measure.ts'
import { useLength } from '../../../parts/program/limits.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { useAct } from '../use-case.ts'
import { ReasonField } from './reason-field.tsx'
import { type Point, ReturnPoints } from './return-points.tsx'
import { StillMissing } from './still-missing.tsx'

/** Working days offered for a correction; none leaves it without a limit. */
const DAYS = ['', '3', '5', '10', '15', '20']

/** Everything to correct, once: what the machine finds, what the officer adds, and by when. */
export function ReturnForm({ view, may }: { view: CaseView; may: MayAct }) {
  const { t } = useTranslation('office')
  const say = useSay()
  const [points, setPoints] = useState<readonly Point[]>([])
  const [days, setDays] = useState('5')
  const [remarks, setRemarks] = useState('')
  const body = {
    remarks,
    points: points.map(({ about, says }) => ({ about: about === '' ? null : about, says })),
    days: days === '' ? null : Number(days),
  }
  const act = useAct(view.id, () =>
    returnForCorrection({ path: { id: view.id }, body, throwOnError: true }),
  )
  return (
    <form
      className="act-form-in"
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate(undefined)
      }}
    >
      <StillMissing view={view} />
      <ReturnPoints view={view} points={points} onChange={setPoints} />
      <TimeToCorrect view={view} value={days} onChange={setDays} />
      <ReasonField
        label={t('act.remarks')}
        value={remarks}
        onChange={setRemarks}
        required={false}
      />
      {act.isError && <RefusalNote error={act.error} />}
      <p className="acts-row">
        <Button type="submit" look="main" disabled={act.isPending}>
          {say(may.title)}
        </Button>
      </p>
    </form>
  )
}

type Choice = { readonly value: string; readonly onChange: (days: string) => void }

/** The time the measure prints binds the officer too; where it prints none, one is chosen. */
function TimeToCorrect({ view, ...choice }: Choice & { readonly view: CaseView }) {
  const { t } = useTranslation('office')
  const length = useLength()
  const say = useSay()
  const route = useProgram(view.pack, view.version)?.services[view.service]?.route
  const window = route?.find(({ act }) => act === 'return')?.window
  if (!window || window.assumed) return <Days {...choice} />
  return (
    <div className="field-row">
      {t('return.days')} <b className="num">{length(window)}</b>{' '}
      <span className="quiet small">{say(window.basis)}</span>
    </div>
  )
}

function Days({ value, onChange }: Choice) {
  const { t } = useTranslation('office')
  const id = useId()
  return (
    <div className="field-row">
      <label htmlFor={id}>{t('return.days')}</label>
      <select
        id={id}
        className="field"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {DAYS.map((days) => (
          <option key={days} value={days}>
            {days === '' ? t('return.no-limit') : t('return.days.count', { days })}
          </option>
        ))}
      </select>
    </div>
  )
}
