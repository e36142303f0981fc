import type { Ask, Asking, Words } from '@banfa/policy/run'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isList, isNotApplying } from '../../../parts/form/answer.ts'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { AskField } from './ask-field.tsx'
import { answered, askName, nextOf, skip, type Told, tell } from './self-check.ts'

type Props = {
  readonly questions: readonly Ask[]
  readonly asking: Asking
  readonly told: Told
  readonly onTell: (told: Told) => void
}

/** One question at a time, the one that settles most first; whatever was answered can be changed. */
export function OneQuestion({ questions, asking, told, onTell }: Props) {
  const { t } = useTranslation('public')
  const [held, hold] = useState<string | null>(null)
  const next = nextOf(asking, told)
  const at = held ?? next
  const ask = questions.find((one) => askName(one) === at)
  return (
    <>
      {ask ? (
        <div className="asking moves" key={askName(ask)}>
          <p className="asking-cite">
            <ArticleMark cite={ask.cite} />
          </p>
          <AskField
            ask={ask}
            told={told}
            alone
            onTell={(given) => {
              // The question stays while it is being answered, even when the next is known already.
              hold(askName(ask))
              onTell(tell(told, askName(ask), given))
            }}
          />
          <p className="acts-row">
            <Button
              look="main"
              disabled={!answered(told, askName(ask))}
              onClick={() => hold(null)}
              hotkey="n"
            >
              {t('check.next')}
            </Button>
            <Button
              look="bare"
              onClick={() => {
                hold(null)
                onTell(skip(told, askName(ask)))
              }}
            >
              {t('check.skip')}
            </Button>
          </p>
        </div>
      ) : (
        <p className="asking-done">{t('check.done')}</p>
      )}
      <Answered questions={questions} told={told} onChange={hold} />
    </>
  )
}

type AnsweredProps = Pick<Props, 'questions' | 'told'> & { onChange: (name: string) => void }

function Answered({ questions, told, onChange }: AnsweredProps) {
  const { t } = useTranslation('public')
  const say = useSay()
  const done = questions.filter(
    (ask) => answered(told, askName(ask)) || told.skipped.includes(askName(ask)),
  )
  if (done.length === 0) return null
  return (
    <ul className="answered">
      {done.map((ask) => (
        <li key={askName(ask)}>
          <span>{say(titleOfAsk(ask))}</span>
          <b className="num">
            <Printed ask={ask} told={told} />
          </b>
          <Button look="bare" onClick={() => onChange(askName(ask))}>
            {t('check.change')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function titleOfAsk(ask: Ask): Words | null {
  if (ask.kind === 'fact') return ask.fact.title
  if (ask.kind === 'records') return ask.records.title
  return ask.kind === 'paper' ? ask.paper.title : null
}

function Printed({ ask, told }: { ask: Ask; told: Told }) {
  const { t } = useTranslation('public')
  const { t: common } = useTranslation()
  const say = useSay()
  const given = told.answers[askName(ask)]
  if (given === undefined || given === null) return <>{t('check.skipped')}</>
  if (isList(given)) return <>{common('records.count', { count: given.length })}</>
  if (isNotApplying(given)) return <>{common('input.not-applying')}</>
  if (ask.kind !== 'fact') return <>{t(given === true ? 'check.have' : 'check.have-not')}</>
  if (typeof given === 'boolean') return <>{common(given ? 'input.yes' : 'input.no')}</>
  const option = ask.fact.options.find(({ value }) => value === given)
  return <>{option ? say(option.title) : `${given} ${ask.fact.unit ?? ''}`}</>
}
