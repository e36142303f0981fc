import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { withdrawApplication } from '../../../api/generated/sdk.gen.ts'
import type { CaseView } from '../../../api/generated/types.gen.ts'
import '../../../parts/form/form.css'
import { Block } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { useKeepCase } from '../use-case.ts'

/** Withdrawing, with its reason; folded away, because it ends the case. */
export function Withdraw({ view }: { view: CaseView }) {
  const { t } = useTranslation('applicant')
  const say = useSay()
  const keep = useKeepCase(view.id)
  const [reason, setReason] = useState('')
  const id = useId()
  const may = view.may.find(({ act }) => act === 'withdraw')
  const withdrawing = useMutation({
    mutationFn: async () =>
      (await withdrawApplication({ path: { id: view.id }, body: { reason }, throwOnError: true }))
        .data,
    onSuccess: (after) => keep(() => after),
  })
  if (!may) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    withdrawing.mutate()
  }
  return (
    <Block heading={t('withdraw.title')} cites={may.cite ? [may.cite] : []}>
      <details className="no-print">
        <summary>{t('withdraw.do')}</summary>
        <form className="withdraw" onSubmit={submit}>
          <p>{t('withdraw.about')}</p>
          {may.warns.map((warning) => (
            <p key={warning.zh}>{say(warning)}</p>
          ))}
          <div className="field-row">
            <label htmlFor={id}>{t('withdraw.reason')}</label>
            <textarea
              id={id}
              className="field"
              rows={3}
              required
              minLength={4}
              maxLength={2000}
              aria-describedby={`${id}-help`}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <p className="ask-help" id={`${id}-help`}>
              {t('withdraw.reason.help')}
            </p>
          </div>
          {withdrawing.isError && <RefusalNote error={withdrawing.error} />}
          <p>
            <Button type="submit" look="seal" disabled={withdrawing.isPending}>
              {t('withdraw.do')}
            </Button>
          </p>
        </form>
      </details>
    </Block>
  )
}
