import type { Program } from '@banfa/policy/run'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FindingsCount, FindingsList } from '../../../parts/findings-list.tsx'
import { Block } from '../../../parts/page.tsx'
import { Button } from '../../../ui/button.tsx'
import './check.css'
import { OneQuestion } from './one-question.tsx'
import { PointsHere } from './points-here.tsx'
import { QuestionList } from './question-list.tsx'
import { ResultLine } from './result-line.tsx'
import { answered, askName, factsOf, NOTHING_TOLD, questionsOf, type Told } from './self-check.ts'
import type { CheckModule } from './use-module.ts'

type Props = {
  readonly program: Program
  readonly service: string
  readonly rules: CheckModule
  readonly on: string
}

/** The question at hand, the result so far, and every condition with its article. */
export function Checking({ program, service, rules, on }: Props) {
  const { t } = useTranslation('public')
  const [told, setTold] = useState<Told>(NOTHING_TOLD)
  const [all, showAll] = useState(false)
  const facts = factsOf(told)
  const question = { service, facts, on }
  const outcome = rules.evaluate(facts, on)
  const questions = questionsOf(program, service)
  const count = questions.filter((ask) => answered(told, askName(ask))).length
  return (
    <>
      <Block
        heading={t('check.question')}
        aside={
          <p className="small quiet num">
            {t('check.asked', { count: Object.keys(facts).length })} / {questions.length}
          </p>
        }
      >
        {all ? (
          <QuestionList questions={questions} told={told} onTell={setTold} />
        ) : (
          <OneQuestion
            questions={questions}
            asking={{ program, question, outcome }}
            told={told}
            onTell={setTold}
          />
        )}
        <p className="acts-row no-print">
          <Button look="bare" onClick={() => showAll(!all)}>
            {t(all ? 'check.one' : 'check.all')}
          </Button>
          {(count > 0 || told.skipped.length > 0) && (
            <Button look="bare" onClick={() => setTold(NOTHING_TOLD)}>
              {t('check.again')}
            </Button>
          )}
        </p>
      </Block>
      <Block heading={t('check.result')}>
        <ResultLine program={program} question={question} outcome={outcome} told={told} />
      </Block>
      <Block heading={t('check.findings')}>
        <p className="small quiet">
          <FindingsCount findings={outcome.findings} />
        </p>
        <FindingsList findings={outcome.findings} program={program} />
        <PointsHere program={program} question={{ service, facts, on }} />
      </Block>
    </>
  )
}
