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
type Said = {
  readonly answer: Verdict | null
  readonly points: string
  readonly reason: string
}

const NOTHING: Said = { answer: null, points: '', reason: '' }

/** All judged conditions that wait for the viewer, answered at once, each with its reason. */
export function JudgeForm({ view }: { view: CaseView }) {
  const { t } = useTranslation('office')
  const open = view.judgements.filter(({ mayAnswer }) => mayAnswer)
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({})
  const body = bodyOf(open, said)
  const act = useAct(view.id, () => judge({ path: { id: view.id }, body, throwOnError: true }))
  const given = body.answers.length + body.scores.length
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
        <Button type="submit" look="main" disabled={given < open.length || act.isPending}>
          {t('judge.do', { count: open.length })}
        </Button>
        <span className="small quiet">{t('judge.once')}</span>
      </p>
    </form>
  )
}

/** A score is sent as points, a condition as met or not. */
function bodyOf(open: readonly JudgementView[], said: Readonly<Record<string, Said>>) {
  const of = (name: string) => said[name] ?? NOTHING
  return {
    answers: open.flatMap(({ condition, score }) => {
      const { answer, reason } = of(condition)
      return answer && !score ? [{ condition, answer, reason }] : []
    }),
    scores: open.flatMap(({ condition, score }) => {
      const { points, reason } = of(condition)
      return score && points.trim() !== ''
        ? [{ value: condition, points: Number(points), reason }]
        : []
    }),
  }
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
      {judgement.score ? (
        <Points judgement={judgement} said={said} onSay={onSay} />
      ) : (
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
      )}
      <ReasonField
        label={t('act.reason')}
        value={said.reason}
        onChange={(reason) => onSay({ ...said, reason })}
        required
      />
    </fieldset>
  )
}

function Points({ judgement, said, onSay }: Omit<ConditionProps, 'view'>) {
  const { t } = useTranslation('office')
  const [from, to] = [judgement.score?.from ?? '', judgement.score?.to ?? '']
  return (
    <label className="points-row">
      {t('judge.points', { from, to })}{' '}
      <input
        className="typed-field typed-number num"
        type="number"
        required
        step="0.01"
        {...(from ? { min: from } : {})}
        {...(to ? { max: to } : {})}
        value={said.points}
        onChange={(event) => onSay({ ...said, points: event.target.value })}
      />
    </label>
  )
}
