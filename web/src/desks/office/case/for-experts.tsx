import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showPaper } from '../../../api/generated/sdk.gen.ts'
import type { CaseView, PaperView } from '../../../api/generated/types.gen.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useAct } from '../use-case.ts'

/** What a blind review shows and keeps, said to whom it concerns. */
export function BlindNote({ view }: { view: CaseView }) {
  const { t } = useTranslation('office')
  if (!view.blind) return null
  return <p className="small quiet">{t(view.blind.masked ? 'blind.masked' : 'blind.office')}</p>
}

/** Keeps a paper from the experts of a blind review, or shows it again, with a reason. */
export function ForExperts({ view, paper }: { view: CaseView; paper: PaperView }) {
  const { t } = useTranslation('office')
  const [reason, setReason] = useState<string | null>(null)
  const shown = paper.withheld
  const act = useAct(view.id, () =>
    showPaper({
      path: { id: view.id, paper: paper.paper },
      body: { shown, reason: reason ?? '' },
      throwOnError: true,
    }),
  )
  if (!view.blind || view.blind.masked) return null
  const word = t(shown ? 'blind.show' : 'blind.withhold')
  return (
    <div className="acts-row for-experts">
      {paper.withheld && <span className="small">◇ {t('blind.withheld')}</span>}
      {view.blind.mayWithhold && reason === null && (
        <Button look="bare" onClick={() => setReason('')}>
          {word}
        </Button>
      )}
      {reason !== null && (
        <>
          <input
            className="field"
            aria-label={t('act.reason')}
            placeholder={t('act.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button
            disabled={!reason.trim() || act.isPending}
            onClick={() => act.mutate(undefined, { onSuccess: () => setReason(null) })}
          >
            {word}
          </Button>
        </>
      )}
      {act.isError && <RefusalNote error={act.error} />}
    </div>
  )
}
