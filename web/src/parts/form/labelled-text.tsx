import { useId } from 'react'
import './form.css'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  readonly optional?: boolean
  /** In characters; what the interface takes. */
  readonly length?: { readonly least: number; readonly most: number }
}

/** Several lines to fill in under their name. */
export function LabelledText({
  label,
  value,
  onChange,
  rows = 4,
  optional = false,
  length,
}: Props) {
  const id = useId()
  return (
    <div className="field-row">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="field"
        rows={rows}
        required={!optional}
        minLength={length?.least}
        maxLength={length?.most}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
