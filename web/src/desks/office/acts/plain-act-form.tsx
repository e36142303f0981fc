import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView, MayAct } from '../../../api/generated/types.gen.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { useAct } from '../use-case.ts'
import type { PlainAct } from './plain-acts.ts'
import { ReasonField } from './reason-field.tsx'
import { SealButton } from './seal-button.tsx'

type Props = { view: CaseView; may: MayAct; plain: PlainAct }

export function PlainActForm({ view, may, plain }: Props) {
  const { t } = useTranslation('office')
  const say = useSay()
  const [text, setText] = useState('')
  const act = useAct(view.id, () => plain.run(view.id, text, view.stage))
  return (
    <form
      className="act-form-in"
      onSubmit={(event) => {
        event.preventDefault()
        // The same act may be offered at the next stage too: not with these words.
        act.mutate(undefined, { onSuccess: () => setText('') })
      }}
    >
      <ReasonField
        label={t(plain.asks)}
        value={text}
        onChange={setText}
        required={plain.required}
      />
      {act.isError && <RefusalNote error={act.error} />}
      <p className="acts-row">
        {may.legal ? (
          <SealButton act={say(may.title)} disabled={act.isPending} />
        ) : (
          <Button type="submit" look="main" disabled={act.isPending}>
            {say(may.title)}
          </Button>
        )}
      </p>
    </form>
  )
}
