import { type Repair, smallestRepair } from '@banfa/policy/repair'
import type { Outcome, Program, Question } from '@banfa/policy/run'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listCallsOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { VerdictMark } from '../../../parts/verdict.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { standing, type Told } from './self-check.ts'

type Props = {
  readonly program: Program
  readonly question: Question
  readonly outcome: Outcome
  readonly told: Told
}

/** The result in one sentence, what would change it, and where to apply. */
export function ResultLine({ program, question, outcome, told }: Props) {
  const { t } = useTranslation('public')
  const where = standing(outcome, told)
  const repair = smallestRepair(program, question, outcome)
  return (
    <div aria-live="polite" className="result">
      <VerdictMark verdict={where.says === 'people' ? 'person' : outcome.answer} large />
      <p>{t(`check.says.${where.says}`, { count: where.count })}</p>
      {repair && <WhatWouldChange repair={repair} />}
      <p className="acts-row no-print">
        <ApplyLink pack={program.pack} service={question.service} />
        <Button onClick={() => window.print()}>{t('check.print')}</Button>
      </p>
    </div>
  )
}

/** The fewest changes of the firm's own that would turn the refusal, verified before they are shown. */
function WhatWouldChange({ repair }: { readonly repair: Repair }) {
  const { t } = useTranslation('public')
  const say = useSay()
  return (
    <>
      <h3>{t('check.change.title')}</h3>
      <ul className="after-list">
        {repair.changes.map((change) => (
          <li key={change.name}>{say(change.says)}</li>
        ))}
      </ul>
      <p className="small quiet">{t(`check.change.${repair.reaches}`)}</p>
    </>
  )
}

/** To the call that is open for this service, where there is one. */
function ApplyLink({ pack, service }: { pack: string; service: string }) {
  const { t } = useTranslation('public')
  const { data = [] } = useQuery(listCallsOptions())
  const call = data.find(
    (one) =>
      one.state === 'open' &&
      one.pack === pack &&
      one.services.some(({ name }) => name === service),
  )
  if (!call) return null
  return (
    <Link to="/calls/$id" params={{ id: call.id }} className="btn">
      {t('check.apply')}
    </Link>
  )
}
