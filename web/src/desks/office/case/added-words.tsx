import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addToOpinion } from '../../../api/generated/sdk.gen.ts'
import type { JudgementView } from '../../../api/generated/types.gen.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { ReasonField } from '../acts/reason-field.tsx'
import { Fold } from '../people/fold.tsx'
import { useAct } from '../use-case.ts'

type Added = JudgementView['reasons'][number]['added']

/** What an expert added later to an opinion, each with its day. */
export function AddedWords({ added }: { added: Added }) {
  const { t } = useTranslation('office')
  return added.map(({ at, says }) => (
    <p key={at} className="small">
      <span className="quiet num">{t('opinion.added', { day: at.slice(0, 10) })}</span> {says}
    </p>
  ))
}

/** The expert's own: an answer stays as it was given, words are added beneath. */
export function AddWords({ id, condition }: { id: string; condition: string }) {
  const { t } = useTranslation('office')
  const [says, setSays] = useState('')
  const adding = useAct(id, async () => {
    const answer = await addToOpinion({
      path: { id },
      body: { condition, says },
      throwOnError: true,
    })
    setSays('')
    return answer
  })
  return (
    <Fold says={t('opinion.add')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          adding.mutate(undefined)
        }}
      >
        <p className="small quiet">{t('opinion.about')}</p>
        <ReasonField label={t('opinion.says')} value={says} onChange={setSays} required />
        {adding.isError && <RefusalNote error={adding.error} />}
        <p className="acts-row">
          <Button type="submit" disabled={adding.isPending}>
            {t('opinion.add')}
          </Button>
        </p>
      </form>
    </Fold>
  )
}
