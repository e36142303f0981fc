import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerObjection, askObjector } from '../../../api/generated/sdk.gen.ts'
import type { HandledObjection } from '../../../api/generated/types.gen.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { ReasonField } from '../acts/reason-field.tsx'
import { SealButton } from '../acts/seal-button.tsx'

type Props = { readonly of: HandledObjection }

const DAYS = [3, 5, 10, 15] as const

function useObjectionAct<Given>(act: (given: Given) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: act, onSuccess: () => queries.invalidateQueries() })
}

/** Asks the objector for more, with the working days given. */
export function AskObjector({ of }: Props) {
  const { t } = useTranslation('objections')
  const id = useId()
  const [says, setSays] = useState('')
  const [days, setDays] = useState(5)
  const path = { id: of.case.id, objection: of.id }
  const asking = useObjectionAct(() =>
    askObjector({ path, body: { says, days }, throwOnError: true }),
  )
  return (
    <form
      className="form-stack objection-asks"
      aria-label={t('ask.title')}
      onSubmit={(event) => {
        event.preventDefault()
        asking.mutate(undefined)
      }}
    >
      <ReasonField label={t('ask.says')} value={says} onChange={setSays} required />
      <div className="field-row">
        <label htmlFor={id}>{t('ask.days')}</label>
        <select
          id={id}
          className="field field-short"
          value={days}
          onChange={(event) => setDays(Number(event.target.value))}
        >
          {DAYS.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </div>
      {asking.isError && <RefusalNote error={asking.error} />}
      <p className="acts-row">
        <Button type="submit" disabled={says.trim().length < 4 || asking.isPending}>
          {t('ask.do')}
        </Button>
      </p>
    </form>
  )
}

/** Upheld or dismissed, with what was found; the letter goes into the objection's folder. */
export function AnswerObjection({ of }: Props) {
  const { t } = useTranslation('office')
  const [upheld, setUpheld] = useState<boolean | null>(null)
  const [reason, setReason] = useState('')
  const [alike, setAlike] = useState(false)
  const path = { id: of.case.id, objection: of.id }
  const body = { upheld: upheld ?? false, reason, alike }
  const answering = useObjectionAct(() => answerObjection({ path, body, throwOnError: true }))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        answering.mutate(undefined)
      }}
    >
      <div className="choices-row">
        {[false, true].map((choice) => (
          <label key={String(choice)}>
            <input
              type="radio"
              name="upheld"
              required
              checked={upheld === choice}
              onChange={() => setUpheld(choice)}
            />{' '}
            {t(choice ? 'objection.upheld' : 'objection.dismissed')}
          </label>
        ))}
      </div>
      <ReasonField label={t('objection.answer')} value={reason} onChange={setReason} required />
      {of.alike > 0 && (
        <div className="choices-row">
          <label>
            <input type="checkbox" checked={alike} onChange={() => setAlike(!alike)} />{' '}
            {t('objection.alike', { count: of.alike })}
          </label>
        </div>
      )}
      {answering.isError && <RefusalNote error={answering.error} />}
      <p className="acts-row">
        <SealButton act={t('objection.do')} disabled={upheld === null || answering.isPending} />
      </p>
    </form>
  )
}
