import { useId } from 'react'
import './form.css'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'password' | 'date'
  readonly hint?: string
  readonly autoComplete?: string
  readonly optional?: boolean
}

/** A line to fill in under its name, with what it must be beneath. */
export function LabelledInput({ label, value, onChange, type = 'text', ...rest }: Props) {
  const id = useId()
  const { hint, autoComplete, optional } = rest
  return (
    <div className="field-row">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        type={type}
        required={!optional}
        value={value}
        {...(autoComplete ? { autoComplete } : {})}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint && (
        <p id={`${id}-hint`} className="small quiet">
          {hint}
        </p>
      )}
    </div>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly (readonly [value: string, label: string])[]
}

/** One of several, under its name. */
export function LabelledChoice({ label, value, onChange, options }: ChoiceProps) {
  const id = useId()
  return (
    <div className="field-row">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="field"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map(([key, says]) => (
          <option key={key} value={key}>
            {says}
          </option>
        ))}
      </select>
    </div>
  )
}
