import { useId } from 'react'
import { useTranslation } from 'react-i18next'

type FieldProps = {
  readonly label: string
  readonly type?: 'text' | 'date'
  readonly value: string
  readonly onChange: (value: string) => void
  readonly least?: number
  readonly most?: number
}

/** One required line of text, or a day. */
export function Field({
  label,
  type = 'text',
  value,
  onChange,
  least = 1,
  most = 200,
}: FieldProps) {
  const id = useId()
  return (
    <div className="field-row">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        type={type}
        required
        {...(type === 'text' ? { minLength: least, maxLength: most } : {})}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}

type Titles = { readonly zh: string; readonly en: string }
type PairProps = { readonly given: Titles; readonly onChange: (titles: Titles) => void }

/** A title in Chinese and in English: both are published. */
export function PairOfTitles({ given, onChange }: PairProps) {
  const { t } = useTranslation('office')
  const { zh, en } = given
  return (
    <>
      <Field
        label={t('title.zh')}
        value={zh}
        least={4}
        most={120}
        onChange={(text) => onChange({ zh: text, en })}
      />
      <Field
        label={t('title.en')}
        value={en}
        least={4}
        onChange={(text) => onChange({ zh, en: text })}
      />
    </>
  )
}
