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
  const grounds = groundsOf(view)
  const [cite, setCite] = useState(grounds[0]?.cite ?? may.cite ?? '')
  const [reason, setReason] = useState('')
  const act = useAct(view.id, () =>
    refuse({ path: { id: view.id }, body: { reason, cite }, throwOnError: true }),
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
          {grounds.map((finding) => (
            <option key={finding.condition} value={finding.cite}>
              {finding.answer === 'not-met' ? '○ ' : ''}
              {finding.cite} {say(finding.title)}
            </option>
          ))}
          {may.cite && (
            <option value={may.cite}>
              {may.cite} {t('refuse.other')}
            </option>
          )}
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

/** What a refusal can rest on: the conditions not met first, then the others, each article once. */
function groundsOf({ outcome }: CaseView) {
  const leaves = outcome.findings.filter(({ of }) => of.length === 0)
  const failed = leaves.filter(({ answer }) => answer === 'not-met')
  const others = leaves.filter(({ answer }) => answer !== 'not-met')
  const seen = new Set<string>()
  return [...failed, ...others].filter(({ cite }) => !seen.has(cite) && seen.add(cite))
}
