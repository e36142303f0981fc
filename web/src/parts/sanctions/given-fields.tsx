import { useId } from 'react'

export type Field = {
  readonly name: string
  readonly label: string
  readonly type?: 'text' | 'date' | 'long'
  readonly max?: string
  readonly isOptional?: boolean
  readonly options?: readonly { readonly value: string; readonly label: string }[]
}

type Props = {
  readonly fields: readonly Field[]
  readonly given: Readonly<Record<string, string>>
  readonly onGive: (given: Readonly<Record<string, string>>) => void
}

/** The fields a step asks for, each with its label; required unless it says otherwise. */
export function GivenFields({ fields, given, onGive }: Props) {
  return fields.map((field) => (
    <OneField
      key={field.name}
      field={field}
      value={given[field.name] ?? ''}
      onChange={(value) => onGive({ ...given, [field.name]: value })}
    />
  ))
}

type OneProps = { field: Field; value: string; onChange: (value: string) => void }

function OneField({ field, value, onChange }: OneProps) {
  const id = useId()
  return (
    <div className="field-row">
      <label htmlFor={id}>{field.label}</label>
      <Control id={id} field={field} value={value} onChange={onChange} />
    </div>
  )
}

function Control({ id, field, value, onChange }: OneProps & { id: string }) {
  const on = (event: { target: { value: string } }) => onChange(event.target.value)
  const given = { id, className: 'field', required: !field.isOptional, value, onChange: on }
  if (field.options) {
    return (
      <select {...given}>
        {field.options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    )
  }
  if (field.type === 'long') return <textarea {...given} rows={3} minLength={4} maxLength={4000} />
  return <input {...given} type={field.type ?? 'text'} max={field.max} />
}
