import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { recuseExpert } from '../../../api/generated/sdk.gen.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Fold } from '../people/fold.tsx'
import { ReasonField } from './reason-field.tsx'
import { SealButton } from './seal-button.tsx'

/** 申请回避: the case leaves the expert's sight, so the page goes back to the queue. */
export function RecuseForm({ id }: { id: string }) {
  const { t } = useTranslation('office')
  const [reason, setReason] = useState('')
  const queries = useQueryClient()
  const go = useNavigate()
  const recusing = useMutation({
    mutationFn: () => recuseExpert({ path: { id }, body: { reason }, throwOnError: true }),
    onSuccess: async () => {
      await go({ to: '/office' })
      queries.clear()
    },
  })
  return (
    <Fold says={t('recuse.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          recusing.mutate()
        }}
      >
        <p className="note">{t('recuse.about')}</p>
        <ReasonField label={t('recuse.reason')} value={reason} onChange={setReason} required />
        {recusing.isError && <RefusalNote error={recusing.error} />}
        <p className="acts-row">
          <SealButton act={t('recuse.title')} disabled={recusing.isPending} />
        </p>
      </form>
    </Fold>
  )
}
