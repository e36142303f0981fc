import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerObjection } from '../../../api/generated/sdk.gen.ts'
import type { CaseView, ObjectionView } from '../../../api/generated/types.gen.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { useAct } from '../use-case.ts'
import { ReasonField } from './reason-field.tsx'
import { SealButton } from './seal-button.tsx'

export function AnswerForm({ view }: { view: CaseView }) {
  return view.objections
    .filter(({ answered }) => answered === null)
    .map((objection) => <OneAnswer key={objection.id} view={view} objection={objection} />)
}

type Props = { view: CaseView; objection: ObjectionView }

function OneAnswer({ view, objection }: Props) {
  const { t } = useTranslation('office')
  const [upheld, setUpheld] = useState<boolean | null>(null)
  const [reason, setReason] = useState('')
  const act = useAct(view.id, () =>
    answerObjection({
      path: { id: view.id, objection: objection.id },
      body: { upheld: upheld ?? false, reason },
      throwOnError: true,
    }),
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate(undefined)
      }}
    >
      <p>{objection.grounds}</p>
      <div className="choices-row">
        {[false, true].map((choice) => (
          <label key={String(choice)}>
            <input
              type="radio"
              name={`upheld-${objection.id}`}
              required
              checked={upheld === choice}
              onChange={() => setUpheld(choice)}
            />{' '}
            {t(choice ? 'objection.upheld' : 'objection.dismissed')}
          </label>
        ))}
      </div>
      <ReasonField label={t('objection.answer')} value={reason} onChange={setReason} required />
      {act.isError && <RefusalNote error={act.error} />}
      <p className="acts-row">
        <SealButton act={t('objection.do')} disabled={upheld === null || act.isPending} />
      </p>
    </form>
  )
}
