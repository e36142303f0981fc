import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../api/generated/types.gen.ts'
import { useSay } from '../../words/say.ts'
import { ArticleMark } from '../margin/article-mark.tsx'
import './case.css'

type Step = CaseView['route'][number]

/** The steps of the route: done with their day, the present one, those to come, each with its article. */
export function RouteProgress({ route }: { route: readonly Step[] }) {
  const { t } = useTranslation()
  const now = route.findIndex((step) => !step.done)
  return (
    <ol className="route" aria-label={t('route.title')}>
      {route.map((step, at) => (
        <StepLine
          key={`${step.act}-${step.title.zh}`}
          step={step}
          number={at + 1}
          now={at === now}
        />
      ))}
    </ol>
  )
}

function StepLine({ step, number, now }: { step: Step; number: number; now: boolean }) {
  const { t } = useTranslation()
  const say = useSay()
  const state = step.done ? 'done' : now ? 'now' : 'to-come'
  return (
    <li className={`step step-${state}`} {...(now ? { 'aria-current': 'step' as const } : {})}>
      <span className="step-sign num" aria-hidden="true">
        {step.done ? '✓' : number}
      </span>
      <span>
        <span className="unseen">{t(`route.${state}`)} </span>
        {say(step.title)}
        <span className="step-note num">{[say(step.by), step.on].filter(Boolean).join(' · ')}</span>
      </span>
      <ArticleMark cite={step.cite} />
    </li>
  )
}
