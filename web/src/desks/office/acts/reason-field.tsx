import { useId } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly required: boolean
}

/** A text that people will read for years: at least four characters where it is required. */
export function ReasonField({ label, value, onChange, required }: Props) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="field-row">
      <label htmlFor={id}>
        {label} {required && <span className="small quiet">{t('required')}</span>}
      </label>
      <textarea
        id={id}
        className="field"
        rows={3}
        required={required}
        minLength={required ? 4 : 0}
        maxLength={2000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
