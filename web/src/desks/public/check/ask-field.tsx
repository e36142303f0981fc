import type { Ask } from '@banfa/policy/run'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type Given, isList } from '../../../parts/form/answer.ts'
import { OneOf } from '../../../parts/form/choice-input.tsx'
import { FactInput } from '../../../parts/form/fact-input.tsx'
import { Colon } from '../../../parts/points.tsx'
import { RecordsEditor } from '../../../parts/records/records-editor.tsx'
import { useSay } from '../../../words/say.ts'
import { askName, type Told } from './self-check.ts'

type Props = {
  readonly ask: Ask
  readonly told: Told
  readonly onTell: (given: Given) => void
  readonly alone?: boolean
}

/** The field of one question: a fact by its type, a list of records, a paper by whether one has it. */
export function AskField({ ask, told, onTell, alone = false }: Props) {
  const given = told.answers[askName(ask)]
  if (ask.kind === 'fact')
    return <FactInput fact={ask.fact} given={given} onGive={onTell} alone={alone} />
  if (ask.kind === 'records')
    return (
      <RecordsEditor
        records={ask.records}
        fields={ask.fields}
        given={isList(given) ? given : null}
        onGive={onTell}
      />
    )
  if (ask.kind === 'paper')
    return <PaperAsk paper={ask.paper} given={given} onTell={onTell} alone={alone} />
  return null
}

type PaperProps = {
  paper: Extract<Ask, { kind: 'paper' }>['paper']
  given: Given | undefined
  onTell: (given: Given) => void
  alone: boolean
}

function PaperAsk({ paper, given, onTell, alone }: PaperProps) {
  const { t } = useTranslation('public')
  const say = useSay()
  const id = useId()
  return (
    <fieldset className={`ask ${alone ? 'ask-alone' : ''}`}>
      <legend className="ask-title">
        {say(paper.title)}
        <Colon />
        {t('check.paper')}
      </legend>
      {paper.help && <p className="ask-help">{say(paper.help)}</p>}
      <OneOf
        name={id}
        options={[
          { value: 'true', label: t('check.have') },
          { value: 'false', label: t('check.have-not') },
        ]}
        chosen={given === undefined || given === null ? null : String(given)}
        onChoose={(value) => onTell(value === 'true')}
      />
    </fieldset>
  )
}
