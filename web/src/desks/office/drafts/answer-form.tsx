import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerComments } from '../../../api/generated/sdk.gen.ts'
import { OneOf } from '../../../parts/form/choice-input.tsx'
import { LabelledText } from '../../../parts/form/labelled-text.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useInDraft } from './use-draft.ts'

const OUTCOMES = ['adopted', 'partly', 'not-adopted'] as const
type Outcome = (typeof OUTCOMES)[number]

type Props = {
  readonly id: string
  readonly chosen: readonly string[]
  readonly onDone: () => void
}

/** One answer for the comments ticked: gist, outcome, reason. */
export function AnswerForm({ id, chosen, onDone }: Props) {
  const { t } = useTranslation('drafts')
  const [gist, setGist] = useState('')
  const [reason, setReason] = useState('')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const answering = useInDraft(async () => {
    if (outcome === null) return
    const body = { comments: [...chosen], gist, reason, outcome }
    await answerComments({ path: { id }, body, throwOnError: true })
    onDone()
  })
  if (chosen.length === 0) return <p className="quiet draft-answering">{t('answer.hint')}</p>
  return (
    <form
      className="form-stack draft-answering"
      aria-label={t('answer.title', { count: chosen.length })}
      onSubmit={(event) => {
        event.preventDefault()
        answering.mutate()
      }}
    >
      <h3>{t('answer.title', { count: chosen.length })}</h3>
      <LabelledText label={t('answer.gist')} rows={3} value={gist} onChange={setGist} />
      <fieldset className="ask">
        <legend className="ask-title">{t('answer.outcome')}</legend>
        <OneOf
          name="outcome"
          chosen={outcome}
          onChoose={(value) => setOutcome(value as Outcome)}
          options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
      </fieldset>
      <LabelledText label={t('answer.reason')} value={reason} onChange={setReason} />
      {answering.isError && <RefusalNote error={answering.error} />}
      <Button type="submit" look="main" disabled={outcome === null || answering.isPending}>
        {t('answer.do')}
      </Button>
    </form>
  )
}
