import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refuse } from '../../../api/generated/sdk.gen.ts'
import type { CaseView, MayAct } from '../../../api/generated/types.gen.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { useSay } from '../../../words/say.ts'
import { useAct } from '../use-case.ts'
import { ReasonField } from './reason-field.tsx'
import { SealButton } from './seal-button.tsx'

type Props = { view: CaseView; may: MayAct }

/** Refusing names its article: a condition that is not met, where there is one. */
export function RefuseForm({ view, may }: Props) {
  const { t } = useTranslation('office')
  const say = useSay()
  const id = useId()
  const failed = view.outcome.findings.filter(
    ({ answer, of }) => answer === 'not-met' && of.length === 0,
  )
  const [cite, setCite] = useState(failed[0]?.cite ?? '')
  const [reason, setReason] = useState('')
  const act = useAct(view.id, () =>
    refuse({ path: { id: view.id }, body: { reason, cite: cite || null }, throwOnError: true }),
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate(undefined)
      }}
    >
      <div className="field-row">
        <label htmlFor={id}>{t('refuse.cite')}</label>
        <select
          id={id}
          className="field"
          value={cite}
          onChange={(event) => setCite(event.target.value)}
        >
          {failed.map((finding) => (
            <option key={finding.condition} value={finding.cite}>
              {finding.cite} {say(finding.title)}
            </option>
          ))}
          <option value="">{t('refuse.other')}</option>
        </select>
      </div>
      <ReasonField label={t('act.reason')} value={reason} onChange={setReason} required />
      {act.isError && <RefusalNote error={act.error} />}
      <p className="acts-row">
        <SealButton act={say(may.title)} disabled={act.isPending} />
      </p>
    </form>
  )
}
