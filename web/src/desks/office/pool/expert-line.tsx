import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeExpert, retireExpert } from '../../../api/generated/sdk.gen.ts'
import type { PoolLine } from '../../../api/generated/types.gen.ts'
import { LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { Fold } from '../people/fold.tsx'
import { bodyOf, ExpertFields, type Known } from './expert-fields.tsx'
import { Ties } from './ties.tsx'
import { usePoolAct } from './use-pool.ts'

/** One expert of the pool; unfolded: what ties them, what may be changed. */
export function ExpertLine({ expert }: { expert: PoolLine }) {
  const { t } = useTranslation('pool')
  const say = useSay()
  const { name, title, employerName, fields, open, mostOpen, retiredOn } = expert
  return (
    <details className="act-fold">
      <summary>
        <span>
          <b>{name}</b> {say(title)}
          {employerName !== '' && ` · ${employerName}`}
          <span className="small quiet"> {fields.join(t('between'))}</span>
        </span>
        <span className="small quiet num">
          {retiredOn
            ? t('retired', { on: retiredOn })
            : mostOpen === null
              ? t('load', { open })
              : t('load.of', { open, most: mostOpen })}
        </span>
      </summary>
      <div className="act-form">
        <Ties expert={expert} />
        <Changing expert={expert} />
        <Retiring expert={expert} />
      </div>
    </details>
  )
}

function Changing({ expert }: { expert: PoolLine }) {
  const { t } = useTranslation('pool')
  const [known, setKnown] = useState<Known>({
    zh: expert.title.zh,
    en: expert.title.en,
    fields: expert.fields.join('、'),
    most: expert.mostOpen === null ? '' : String(expert.mostOpen),
    employer: expert.employer === null ? null : { id: expert.employer, name: expert.employerName },
  })
  const path = { id: expert.person }
  const changing = usePoolAct(() => changeExpert({ path, body: bodyOf(known), throwOnError: true }))
  return (
    <Fold says={t('change')}>
      <form
        className="form-pairs"
        onSubmit={(event) => {
          event.preventDefault()
          changing.mutate()
        }}
      >
        <ExpertFields known={known} onChange={setKnown} />
        <p>
          <Button type="submit" disabled={changing.isPending}>
            {t('keep')}
          </Button>
        </p>
        {changing.isError && <RefusalNote error={changing.error} />}
      </form>
    </Fold>
  )
}

function Retiring({ expert }: { expert: PoolLine }) {
  const { t } = useTranslation('pool')
  const [reason, setReason] = useState('')
  const back = expert.retiredOn !== null
  const path = { id: expert.person }
  const retiring = usePoolAct(
    () => retireExpert({ path, body: { reason, back }, throwOnError: true }),
    () => setReason(''),
  )
  return (
    <Fold says={t(back ? 'return' : 'retire')}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault()
          retiring.mutate()
        }}
      >
        <p className="small quiet">{t(back ? 'return.about' : 'retire.about')}</p>
        <LabelledInput label={t('reason')} value={reason} onChange={setReason} />
        <p>
          <Button type="submit" disabled={retiring.isPending}>
            {t(back ? 'return' : 'retire')}
          </Button>
        </p>
        {retiring.isError && <RefusalNote error={retiring.error} />}
      </form>
    </Fold>
  )
}
