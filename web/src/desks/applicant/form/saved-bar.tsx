import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../../api/generated/types.gen.ts'
import { wholeVerdict } from '../../../parts/finding.ts'
import { FindingsCount } from '../../../parts/findings-list.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { VerdictMark } from '../../../parts/verdict.tsx'
import { Button } from '../../../ui/button.tsx'
import { clockOf } from '../../../ui/format.ts'
import type { Saving } from './draft-sync.ts'

type Props = {
  readonly view: CaseView
  readonly saving: Saving
  readonly missing: number
  readonly onSave: () => Promise<void>
}

/** Stays in sight while one fills in: saved or not, how it stands, the way to the filing. */
export function SavedBar({ view, saving, missing, onSave }: Props) {
  const { t } = useTranslation('applicant')
  return (
    <div className="saved-bar no-print">
      <span role="status" className={`saved saved-${saving.state}`}>
        <SavedWord saving={saving} />
      </span>
      <span className="saved-check">
        <VerdictMark verdict={wholeVerdict(view.outcome.answer, view.outcome.findings)} />
        <span className="small quiet saved-count">
          <FindingsCount findings={view.outcome.findings} />
        </span>
      </span>
      <a href="#filing" className="btn">
        {t('form.review')}
        {missing > 0 && <span className="num"> ({missing})</span>}
      </a>
      {saving.state === 'failed' && (
        <div className="saved-failed">
          <RefusalNote error={saving.error} again={() => void onSave()} />
        </div>
      )}
      <Button className="unseen" tabIndex={-1} hotkey="mod+s" onClick={() => void onSave()}>
        {t('form.saving')}
      </Button>
    </div>
  )
}

function SavedWord({ saving }: { saving: Saving }) {
  const { t } = useTranslation('applicant')
  if (saving.state === 'saving') return <>{t('form.saving')}</>
  if (saving.state === 'unsaved') return <>{t('form.unsaved')}</>
  if (saving.state === 'failed') return <>{t('form.failed')}</>
  if (saving.state === 'waiting') return <>{t('form.waiting')}</>
  return <>{saving.at ? t('form.saved', { time: clockOf(saving.at) }) : null}</>
}
