import type { Program } from '@banfa/policy/run'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { clockOf } from '../../../ui/format.ts'
import { useSay } from '../../../words/say.ts'
import { type Conflict, PARTNER, type Partner } from './draft.ts'

type Props = {
  readonly conflicts: Readonly<Record<string, Conflict>>
  readonly values: Readonly<Record<string, unknown>>
  readonly program: Program
  readonly onChoose: (field: string, keep: 'mine' | 'theirs') => void
}

/** Fields that two people changed: both values, who and when, and a choice for each. The rest is saved. */
export function Conflicts({ conflicts, values, program, onChoose }: Props) {
  const { t } = useTranslation('applicant')
  const fields = Object.entries(conflicts)
  if (fields.length === 0) return null
  return (
    <div className="conflict" role="alert">
      <p>
        <b>{t('form.conflict')}</b>
      </p>
      <p>{t('form.conflict.about')}</p>
      <ul className="conflict-fields">
        {fields.map(([field, conflict]) => (
          <Field
            key={field}
            field={field}
            here={values[field]}
            conflict={conflict}
            program={program}
            onChoose={onChoose}
          />
        ))}
      </ul>
    </div>
  )
}

type FieldProps = Pick<Props, 'program' | 'onChoose'> & {
  readonly field: string
  readonly here: unknown
  readonly conflict: Conflict
}

function Field({ field, here, conflict, program, onChoose }: FieldProps) {
  const { t } = useTranslation('applicant')
  const say = useSay()
  const printed = usePrinted(program, field)
  const title =
    field === PARTNER
      ? t('form.partner')
      : say((program.facts[field] ?? program.records[field])?.title)
  return (
    <li data-field={field}>
      <b>{title}</b>
      <p className="conflict-side">
        <span className="quiet small">{t('form.conflict.here')}</span>
        <span className="num">{printed(here)}</span>
        <Button onClick={() => onChoose(field, 'mine')}>{t('form.conflict.mine')}</Button>
      </p>
      <p className="conflict-side">
        <span className="quiet small">
          {t('form.conflict.there', { by: conflict.by, time: clockOf(conflict.at) })}
        </span>
        <span className="num">{printed(conflict.value)}</span>
        <Button onClick={() => onChoose(field, 'theirs')}>{t('form.conflict.theirs')}</Button>
      </p>
    </li>
  )
}

function usePrinted(program: Program, field: string): (value: unknown) => string {
  const { t } = useTranslation()
  const say = useSay()
  const fact = program.facts[field]
  const one = (value: unknown): string => {
    const option = fact?.options.find((known) => known.value === value)
    return option ? say(option.title) : `${String(value)} ${fact?.unit ?? ''}`.trim()
  }
  return (value) => {
    if (value === null || value === undefined || value === '') return t('figure.none')
    if (typeof value === 'boolean') return t(value ? 'input.yes' : 'input.no')
    return field === PARTNER
      ? partnerText(value as Partner)
      : listed(value).map(asText(one)).join('、')
  }
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

const asText = (one: (value: unknown) => string) => (value: unknown) =>
  typeof value === 'object' ? JSON.stringify(value) : one(value)

const partnerText = ({ name, country, registrationNumber }: Partner) =>
  [name, country, registrationNumber].filter(Boolean).join(' · ')
