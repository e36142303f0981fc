import type { Words } from '@banfa/policy/run'
import { useSay } from '../../words/say.ts'
import type { FieldProps } from './fact-input.tsx'

type Option = { readonly value: string; readonly label: string | Words }
type Props = {
  readonly name: string
  readonly options: readonly Option[]
  readonly chosen: string | null
  readonly onChoose: (value: string) => void
}

/** One of a closed list, all in sight: a tap instead of a menu. */
export function OneOf({ name, options, chosen, onChoose }: Props) {
  const say = useSay()
  return (
    <div className={`options ${options.length <= 3 ? 'options-few' : ''}`}>
      {options.map(({ value, label }) => (
        <label key={value} className="option">
          <input
            type="radio"
            name={name}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          <span>{typeof label === 'string' ? label : say(label)}</span>
        </label>
      ))}
    </div>
  )
}

/** Any number of a closed list. */
export function Choices({ fact, given, onGive }: FieldProps) {
  const say = useSay()
  const chosen = Array.isArray(given) ? (given as readonly string[]) : []
  const toggle = (value: string) => {
    const rest = chosen.filter((one) => one !== value)
    const next = chosen.includes(value) ? rest : [...chosen, value]
    onGive(next.length > 0 ? next : null)
  }
  return (
    <div className="options">
      {fact.options.map((option) => (
        <label key={option.value} className="option">
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
          <span>{say(option.title)}</span>
        </label>
      ))}
    </div>
  )
}
