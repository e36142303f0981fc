import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { judge } from '../../../api/generated/sdk.gen.ts'
import type { CaseView, JudgementView } from '../../../api/generated/types.gen.ts'
import { PaperFiles } from '../../../parts/form/paper-files.tsx'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { useAct } from '../use-case.ts'
import { ReasonField } from './reason-field.tsx'

type Verdict = 'met' | 'not-met'
type Said = { readonly answer: Verdict | null; readonly reason: string }

const NOTHING: Said = { answer: null, reason: '' }

/** All judged conditions that wait for the viewer, answered at once, each with its reason. */
export function JudgeForm({ view }: { view: CaseView }) {
  const { t } = useTranslation('office')
  const open = view.judgements.filter(({ mayAnswer }) => mayAnswer)
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({})
  const answers = open.flatMap(({ condition }) => {
    const { answer, reason } = said[condition] ?? NOTHING
    return answer ? [{ condition, answer, reason }] : []
  })
  const act = useAct(view.id, () =>
    judge({ path: { id: view.id }, body: { answers }, throwOnError: true }),
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate(undefined)
      }}
    >
      {open.map((judgement) => (
        <Condition
          key={judgement.condition}
          view={view}
          judgement={judgement}
          said={said[judgement.condition] ?? NOTHING}
          onSay={(now) => setSaid((before) => ({ ...before, [judgement.condition]: now }))}
        />
      ))}
      {act.isError && <RefusalNote error={act.error} />}
      <p className="acts-row">
        <Button type="submit" look="main" disabled={answers.length < open.length || act.isPending}>
          {t('judge.do', { count: open.length })}
        </Button>
        <span className="small quiet">{t('judge.once')}</span>
      </p>
    </form>
  )
}

type ConditionProps = {
  view: CaseView
  judgement: JudgementView
  said: Said
  onSay: (said: Said) => void
}

function Condition({ view, judgement, said, onSay }: ConditionProps) {
  const { t } = useTranslation('office')
  const { t: common } = useTranslation()
  const say = useSay()
  return (
    <fieldset className="judging">
      <legend>
        <ArticleMark cite={judgement.cite} /> <b>{say(judgement.question)}</b>
      </legend>
      {view.papers
        .filter(({ paper }) => judgement.looksAt.includes(paper))
        .map((paper) => (
          <PaperFiles key={paper.paper} caseId={view.id} paper={paper} />
        ))}
      <div className="choices-row">
        {(['met', 'not-met'] as const).map((answer) => (
          <label key={answer}>
            <input
              type="radio"
              name={judgement.condition}
              required
              checked={said.answer === answer}
              onChange={() => onSay({ ...said, answer })}
            />{' '}
            {common(`answer.${answer}`)}
          </label>
        ))}
      </div>
      <ReasonField
        label={t('act.reason')}
        value={said.reason}
        onChange={(reason) => onSay({ ...said, reason })}
        required
      />
    </fieldset>
  )
}
