import { useTranslation } from 'react-i18next'
import type { Change } from '../../../api/changes.ts'
import { settleChange } from '../../../api/generated/sdk.gen.ts'
import { useSanctions } from '../../../api/sanctions.ts'
import { GivenForm } from '../../../parts/changes/given-form.tsx'
import type { Field } from '../../../parts/sanctions/given-fields.tsx'
import { useSay } from '../../../words/say.ts'

const EFFECTS = ['kept', 'altered', 'referred'] as const
const ALTERS = ['name', 'place', 'other'] as const

/** What the change comes to: kept, the entry altered, or referred for a sanction of the measure. */
export function Settle({ caseId, of }: { readonly caseId: string; readonly of: Change }) {
  const { t } = useTranslation('changes')
  const fields = useFields(caseId)
  return (
    <GivenForm
      caseId={caseId}
      act={t('settle.do')}
      first={{ effect: 'kept', alters: 'name' }}
      fields={({ effect = 'kept' }) => fields[effect as (typeof EFFECTS)[number]]}
      send={({ effect, alters, became = '', sanction = '', reason = '' }) =>
        settleChange({
          path: { id: caseId, change: of.id },
          body: {
            effect: effect as (typeof EFFECTS)[number],
            alters: effect === 'altered' ? (alters as (typeof ALTERS)[number]) : null,
            became: effect === 'altered' ? became : null,
            sanction: effect === 'referred' ? sanction : null,
            reason,
          },
          throwOnError: true,
        })
      }
    />
  )
}

function useFields(caseId: string): Record<(typeof EFFECTS)[number], readonly Field[]> {
  const { t } = useTranslation('changes')
  const say = useSay()
  const choices = useSanctions(caseId).data?.choices.filter((one) => !one.repays) ?? []
  const effect: Field = {
    name: 'effect',
    label: t('settle.effect'),
    options: EFFECTS.map((value) => ({ value, label: t(`effect.${value}`) })),
  }
  const alters: Field = {
    name: 'alters',
    label: t('settle.alters'),
    options: ALTERS.map((value) => ({ value, label: t(`alters.${value}`) })),
  }
  const sanction: Field = {
    name: 'sanction',
    label: t('settle.sanction'),
    options: [
      { value: '', label: '—' },
      ...choices.map((one) => ({ value: one.sanction, label: `${say(one.title)} ${one.cite}` })),
    ],
  }
  const reason: Field = { name: 'reason', label: t('settle.reason'), type: 'long' }
  return {
    kept: [effect, reason],
    altered: [effect, alters, { name: 'became', label: t('settle.became') }, reason],
    referred: [effect, sanction, reason],
  }
}
