import type { Fact } from '@banfa/policy/run'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useSay } from '../../words/say.ts'
import { type Given, isMeasured } from './answer.ts'
import { Choices, OneOf } from './choice-input.tsx'
import './form.css'
import { TypedInput } from './typed-input.tsx'

type Props = {
  readonly fact: Fact
  readonly given: Given | undefined
  readonly onGive: (given: Given) => void
  /** A refusal of the server for this field. */
  readonly refused?: string | null
  /** Grows the question for a page that asks one thing at a time. */
  readonly alone?: boolean
}

/** One question by the type of its fact: what is asked, a line of help, the right field. */
export function FactInput({ fact, given, onGive, refused = null, alone = false }: Props) {
  const say = useSay()
  const id = useId()
  const grouped = fact.type === 'flag' || fact.type === 'choice' || fact.type === 'choices'
  const describedBy = fact.help ? `${id}-help` : undefined
  const body = (
    <FieldOf id={id} fact={fact} given={given} onGive={onGive} describedBy={describedBy} />
  )
  const help = fact.help && (
    <p className="ask-help" id={`${id}-help`}>
      {say(fact.help)}
    </p>
  )
  const complaint = refused && <p className="ask-misfit">{refused}</p>
  if (grouped) {
    return (
      <fieldset className={`ask ${alone ? 'ask-alone' : ''}`} aria-describedby={describedBy}>
        <legend className="ask-title">{say(fact.ask)}</legend>
        {help}
        {body}
        {complaint}
      </fieldset>
    )
  }
  return (
    <div className={`ask ${alone ? 'ask-alone' : ''}`}>
      <label className="ask-title" htmlFor={id}>
        {say(fact.ask)}
      </label>
      {help}
      {body}
      {complaint}
    </div>
  )
}

export type FieldProps = {
  readonly id: string
  readonly fact: Fact
  readonly given: Given | undefined
  readonly onGive: (given: Given) => void
  readonly describedBy: string | undefined
}

function FieldOf(props: FieldProps) {
  const { t } = useTranslation()
  const { fact, given, onGive, id } = props
  if (isMeasured(fact) || fact.type === 'day' || fact.type === 'text')
    return <TypedInput {...props} />
  if (fact.type === 'choices') return <Choices {...props} />
  const options =
    fact.type === 'flag'
      ? [
          { value: 'true', label: t('input.yes') },
          { value: 'false', label: t('input.no') },
        ]
      : fact.options.map((option) => ({ value: option.value, label: option.title }))
  const back = (value: string): Given => (fact.type === 'flag' ? value === 'true' : value)
  return (
    <OneOf
      name={id}
      options={options}
      chosen={given === null || given === undefined ? null : String(given)}
      onChoose={(value) => onGive(back(value))}
    />
  )
}
