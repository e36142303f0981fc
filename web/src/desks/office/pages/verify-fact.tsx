import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFact } from '../../../api/facts.ts'
import { viewPartyQueryKey } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { verifyFact } from '../../../api/generated/sdk.gen.ts'
import type { FactView, VerifyFactInput } from '../../../api/generated/types.gen.ts'
import { asTyped, type Given, isGiven } from '../../../parts/form/answer.ts'
import { FactInput } from '../../../parts/form/fact-input.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { Field } from './fields.tsx'

type Props = { readonly party: string; readonly fact: FactView }

/** Confirming a declared value against a source, or putting it right: it is locked from then on. */
export function VerifyFact({ party, fact }: Props) {
  const { t } = useTranslation('office')
  const [open, setOpen] = useState(false)
  return (
    <details className="no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="small">{t('verify.open')}</summary>
      {open && <VerifyForm party={party} fact={fact} />}
    </details>
  )
}

function VerifyForm({ party, fact }: Props) {
  const { t } = useTranslation('office')
  const say = useSay()
  const asked = useFact(fact.name)
  const declared = fact.value as Given
  const [source, setSource] = useState('')
  const [value, setValue] = useState<Given>(declared)
  const verifying = useVerifying({ party, name: fact.name })
  const differs = plain(value) !== plain(declared)
  return (
    <form
      className="act-form"
      onSubmit={(event) => {
        event.preventDefault()
        verifying.mutate({ value, source })
      }}
    >
      {asked && <FactInput fact={asked} given={value} onGive={setValue} />}
      {differs && isGiven(value) && (
        <p className="note">{t('verify.corrects', { declared: say(fact.printed) })}</p>
      )}
      <Field label={t('verify.source')} value={source} least={2} onChange={setSource} />
      {verifying.isError && <RefusalNote error={verifying.error} />}
      <p className="acts-row">
        <Button type="submit" look="main" disabled={!isGiven(value) || verifying.isPending}>
          {t(differs ? 'verify.correct' : 'verify.do')}
        </Button>
      </p>
    </form>
  )
}

/** The same number may stand as text and as a number, with separators or without. */
const plain = (given: Given) => asTyped(given).replaceAll(',', '')

function useVerifying({ party, name }: { party: string; name: string }) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (given: { value: Given; source: string }) =>
      (
        await verifyFact({
          path: { id: party },
          body: { name, value: given.value as VerifyFactInput['value'], source: given.source },
          throwOnError: true,
        })
      ).data,
    onSuccess: (detail) => {
      queries.setQueryData(viewPartyQueryKey({ path: { id: party } }), detail)
      void queries.invalidateQueries({ queryKey: [{ _id: 'viewFact' }] })
    },
  })
}
