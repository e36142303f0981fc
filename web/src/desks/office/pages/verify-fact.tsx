import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewPartyQueryKey } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { verifyFact } from '../../../api/generated/sdk.gen.ts'
import type { FactView } from '../../../api/generated/types.gen.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field } from './fields.tsx'

type Props = { readonly party: string; readonly fact: FactView }

/** Confirming a declared value against a source: it is locked from then on. */
export function VerifyFact({ party, fact }: Props) {
  const { t } = useTranslation('office')
  const queries = useQueryClient()
  const [source, setSource] = useState('')
  const verifying = useMutation({
    mutationFn: async () => {
      const body = { name: fact.name, value: fact.value, source }
      return (await verifyFact({ path: { id: party }, body, throwOnError: true })).data
    },
    onSuccess: (detail) => queries.setQueryData(viewPartyQueryKey({ path: { id: party } }), detail),
  })
  return (
    <details className="no-print">
      <summary className="small">{t('verify.open')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          verifying.mutate()
        }}
      >
        <Field label={t('verify.source')} value={source} least={2} onChange={setSource} />
        {verifying.isError && <RefusalNote error={verifying.error} />}
        <Button type="submit" look="main" disabled={verifying.isPending}>
          {t('verify.do')}
        </Button>
      </form>
    </details>
  )
}
