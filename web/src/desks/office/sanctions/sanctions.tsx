import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../../api/generated/types.gen.ts'
import { type Proceeding, useSanctions } from '../../../api/sanctions.ts'
import { Block } from '../../../parts/page.tsx'
import { ProceedingLines } from '../../../parts/sanctions/proceeding-lines.tsx'
import { ProposeForm } from './propose-form.tsx'
import { STEPS, StepForm } from './step-form.tsx'

/** The sanctions on a case: those under way with the step that is due, and proposing another. */
export function Sanctions({ caseId, stage }: { caseId: string; stage: CaseView['stage'] }) {
  const { t } = useTranslation('sanctions')
  const { data } = useSanctions(caseId)
  const offers = data && data.choices.length > 0 && stage !== 'filed'
  if (!data || (data.proceedings.length === 0 && !offers)) return null
  return (
    <Block heading={t('title')} id="sanctions">
      {data.proceedings.map((of) => (
        <section key={of.id} aria-label={of.title.zh}>
          <ProceedingLines caseId={caseId} of={of} />
          <Steps caseId={caseId} of={of} />
        </section>
      ))}
      {offers && (
        <div className="act-folds no-print">
          <details data-step="propose">
            <summary>
              <b>{t('propose.title')}</b>
            </summary>
            <div className="act-form">
              <ProposeForm caseId={caseId} choices={data.choices} />
            </div>
          </details>
        </div>
      )}
    </Block>
  )
}

function Steps({ caseId, of }: { caseId: string; of: Proceeding }) {
  const { t } = useTranslation('sanctions')
  const due = STEPS.filter((step) => of.may.includes(step))
  if (due.length === 0) return null
  return (
    <div className="act-folds no-print">
      {due.map((step) => (
        <details key={step} data-step={step} className={step === 'decide' ? 'legal' : ''}>
          <summary>
            <b>{t(`${step}.title`)}</b>
          </summary>
          <div className="act-form">
            <StepForm caseId={caseId} of={of} step={step} />
          </div>
        </details>
      ))}
    </div>
  )
}
