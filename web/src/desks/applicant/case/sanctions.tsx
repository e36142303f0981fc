import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { acknowledgeSanction, answerSanction } from '../../../api/generated/sdk.gen.ts'
import { type Proceeding, useSanctionStep, useSanctions } from '../../../api/sanctions.ts'
import '../../../parts/form/form.css'
import { Block } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { GivenFields } from '../../../parts/sanctions/given-fields.tsx'
import { ProceedingLines } from '../../../parts/sanctions/proceeding-lines.tsx'
import { Button } from '../../../ui/button.tsx'

/** What the office intends or decided against one's own case, and answering it. */
export function Sanctions({ caseId }: { caseId: string }) {
  const { t } = useTranslation('sanctions')
  const { data } = useSanctions(caseId)
  if (!data || data.proceedings.length === 0) return null
  return (
    <Block heading={t('title')} id="sanctions">
      {data.proceedings.map((of) => (
        <section key={of.id} aria-label={of.title.zh}>
          {of.may.includes('acknowledge') ? (
            <Acknowledge caseId={caseId} of={of} />
          ) : (
            <ProceedingLines caseId={caseId} of={of} />
          )}
          {of.may.includes('answer') && (
            <Answer key={of.answer?.statement ?? ''} caseId={caseId} of={of} />
          )}
        </section>
      ))}
    </Block>
  )
}

type Props = { caseId: string; of: Proceeding }

function Acknowledge({ caseId, of }: Props) {
  const { t } = useTranslation('sanctions')
  const path = { id: caseId, sanction: of.id }
  const opening = useSanctionStep(caseId, () =>
    acknowledgeSanction({ path, body: {}, throwOnError: true }),
  )
  return (
    <>
      <p>{t('acknowledge.about')}</p>
      {opening.isError && <RefusalNote error={opening.error} />}
      <p>
        <Button look="main" disabled={opening.isPending} onClick={() => opening.mutate(undefined)}>
          {t('acknowledge.do')}
        </Button>
      </p>
    </>
  )
}

function Answer({ caseId, of }: Props) {
  const { t } = useTranslation('sanctions')
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({})
  const [hearing, setHearing] = useState<'ask' | 'waive' | null>(null)
  const answering = useSanctionStep(caseId, () =>
    answerSanction({
      path: { id: caseId, sanction: of.id },
      body: {
        statement: given.statement ?? '',
        hearing: hearing === 'ask',
        waives: hearing === 'waive',
      },
      throwOnError: true,
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    answering.mutate(undefined)
  }
  const fields = [{ name: 'statement', label: t('answer.statement'), type: 'long' }] as const
  return (
    <form className="withdraw" onSubmit={submit}>
      <p>{t(of.answer ? 'answer.more' : 'answer.about', { until: of.served?.until ?? '' })}</p>
      <GivenFields fields={fields} given={given} onGive={setGiven} />
      {(['ask', 'waive'] as const).map((one) => (
        <p key={one}>
          <label>
            <input
              type="checkbox"
              checked={hearing === one}
              onChange={(event) => setHearing(event.target.checked ? one : null)}
            />{' '}
            {t(`answer.${one}`)}
          </label>
        </p>
      ))}
      {answering.isError && <RefusalNote error={answering.error} />}
      <p>
        <Button type="submit" look="seal" disabled={answering.isPending}>
          {t(of.answer ? 'answer.add' : 'answer.do')}
        </Button>
      </p>
    </form>
  )
}
