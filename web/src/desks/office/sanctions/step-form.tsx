import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as sdk from '../../../api/generated/sdk.gen.ts'
import { type Proceeding, useSanctionStep } from '../../../api/sanctions.ts'
import { useToday } from '../../../api/session.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { type Field, GivenFields } from '../../../parts/sanctions/given-fields.tsx'
import { SealButton } from '../acts/seal-button.tsx'

export const STEPS = ['serve', 'summon', 'hear', 'decide', 'lift'] as const
type Step = (typeof STEPS)[number]
type Given = Readonly<Record<string, string>>
type Props = { readonly caseId: string; readonly of: Proceeding; readonly step: Step }

/** The step that is due, with what it asks for. */
export function StepForm({ caseId, of, step }: Props) {
  const { t } = useTranslation('sanctions')
  const [typed, setTyped] = useState<Given>({})
  const given = { ...useDefaults(), ...typed }
  const taking = useSanctionStep(caseId, () => send(step, { id: caseId, sanction: of.id }, given))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        taking.mutate(undefined)
      }}
    >
      {step === 'decide' && of.notYet && <p className="note">{t(`not-yet.${of.notYet}`)}</p>}
      {step === 'lift' && <p className="note">{t('lift.about')}</p>}
      <GivenFields fields={useFields(step)} given={given} onGive={setTyped} />
      {taking.isError && <RefusalNote error={taking.error} />}
      <p className="acts-row">
        <SealButton act={t(`${step}.do`)} disabled={taking.isPending} />
      </p>
    </form>
  )
}

function useDefaults(): Given {
  return { on: useToday(), how: 'in-person', impose: 'yes', attended: 'yes' }
}

type Path = { readonly id: string; readonly sanction: string }

function send(step: Step, path: Path, given: Given) {
  const of = (name: string) => given[name] ?? ''
  const to = { path, throwOnError: true } as const
  switch (step) {
    case 'serve': {
      const how = of('how') as 'in-person' | 'post' | 'public-notice'
      return sdk.serveSanction({ ...to, body: { on: of('on'), how } })
    }
    case 'summon': {
      const [day, hour, place] = [of('day'), of('hour'), of('place')]
      const body = { day, hour, place, chair: of('chair'), contact: of('contact') }
      return sdk.summonToHearing({ ...to, body })
    }
    case 'hear': {
      const present = of('present')
        .split(/[、,，]/)
        .filter((name) => name.trim() !== '')
      const body = { present, attended: of('attended') === 'yes', said: of('said') }
      return sdk.holdHearing({ ...to, body })
    }
    case 'decide': {
      const body = { impose: of('impose') === 'yes', reason: of('reason') }
      return sdk.decideSanction({ ...to, body })
    }
    case 'lift':
      return sdk.liftSanction({ ...to, body: { reason: of('reason'), cite: of('cite') } })
  }
}

function useFields(step: Step): readonly Field[] {
  const { t } = useTranslation('sanctions')
  const today = useToday()
  const how = ['in-person', 'post', 'public-notice'] as const
  const fields: Readonly<Record<Step, readonly Field[]>> = {
    serve: [
      { name: 'on', label: t('serve.on'), type: 'date', max: today },
      {
        name: 'how',
        label: t('serve.how'),
        options: how.map((value) => ({ value, label: t(`how.${value}`) })),
      },
    ],
    summon: [
      { name: 'day', label: t('summon.day'), type: 'date' },
      { name: 'hour', label: t('summon.hour') },
      { name: 'place', label: t('summon.place') },
      { name: 'chair', label: t('summon.chair') },
      { name: 'contact', label: t('summon.contact') },
    ],
    hear: [
      { name: 'present', label: t('hear.present') },
      {
        name: 'attended',
        label: t('hearing'),
        options: [
          { value: 'yes', label: t('hear.attended') },
          { value: 'no', label: t('hearing.absent') },
        ],
      },
      { name: 'said', label: t('hear.said'), type: 'long' },
    ],
    decide: [
      {
        name: 'impose',
        label: t('decision'),
        options: [
          { value: 'yes', label: t('decide.impose') },
          { value: 'no', label: t('decide.drop') },
        ],
      },
      { name: 'reason', label: t('decide.reason'), type: 'long' },
    ],
    lift: [
      { name: 'cite', label: t('lift.cite') },
      { name: 'reason', label: t('lift.reason'), type: 'long' },
    ],
  }
  return fields[step]
}
