import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { proposeSanction } from '../../../api/generated/sdk.gen.ts'
import type { SanctionsView } from '../../../api/generated/types.gen.ts'
import { useSanctionStep } from '../../../api/sanctions.ts'
import { useToday } from '../../../api/session.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { type Field, GivenFields } from '../../../parts/sanctions/given-fields.tsx'
import { useSay } from '../../../words/say.ts'
import { SealButton } from '../acts/seal-button.tsx'

type Props = { readonly caseId: string; readonly choices: SanctionsView['choices'] }

/** Telling the party what is intended: only sanctions of the measure can be chosen. */
export function ProposeForm({ caseId, choices }: Props) {
  const { t } = useTranslation('sanctions')
  const today = useToday()
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({})
  const chosen = choices.find((one) => one.sanction === given.sanction) ?? choices[0]
  const fields = useFields(choices, chosen?.repays === true)
  const step = useSanctionStep(caseId, () =>
    proposeSanction({
      path: { id: caseId },
      body: {
        sanction: chosen?.sanction ?? '',
        foundOn: given.foundOn ?? today,
        grounds: given.grounds ?? '',
        amount: chosen?.repays ? (given.amount ?? '') : null,
      },
      throwOnError: true,
    }),
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        step.mutate(undefined)
      }}
    >
      <p className="note">{t('propose.about')}</p>
      <GivenFields fields={fields} given={{ foundOn: today, ...given }} onGive={setGiven} />
      {step.isError && <RefusalNote error={step.error} />}
      <p className="acts-row">
        <SealButton act={t('propose.do')} disabled={step.isPending} />
      </p>
    </form>
  )
}

function useFields(choices: Props['choices'], repays: boolean): Field[] {
  const { t } = useTranslation('sanctions')
  const say = useSay()
  const today = useToday()
  return [
    {
      name: 'sanction',
      label: t('propose.sanction'),
      options: choices.map((one) => ({
        value: one.sanction,
        label: `${say(one.title)}（${one.cite}）`,
      })),
    },
    { name: 'foundOn', label: t('propose.found-on'), type: 'date', max: today },
    { name: 'grounds', label: t('propose.grounds'), type: 'long' },
    ...(repays ? [{ name: 'amount', label: t('propose.amount') }] : []),
  ]
}
