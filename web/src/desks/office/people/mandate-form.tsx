import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listMandatesQueryKey,
  listMeasuresOptions,
  viewOfficesOptions,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import { giveMandate } from '../../../api/generated/sdk.gen.ts'
import { useProgram } from '../../../api/measure.ts'
import { useToday } from '../../../api/session.ts'
import { LabelledChoice, LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { Fold } from './fold.tsx'

/** Keeps a written delegation of what the measure delegates, between the offices it names. */
export function MandateForm() {
  const { t } = useTranslation('people')
  const say = useSay()
  const queries = useQueryClient()
  const today = useToday()
  const [given, setGiven] = useState({ ...NOTHING, from: today })
  const { measures, delegations, takers, chosen } = useDelegable(given)
  const giving = useMutation({
    mutationFn: () =>
      giveMandate({ body: { ...given, ...chosen, acts: [], districts: [] }, throwOnError: true }),
    onSuccess: ({ data }) => {
      setGiven({ ...NOTHING, from: today })
      queries.setQueryData(listMandatesQueryKey(), data)
    },
  })
  const field = (name: keyof typeof given, value = given[name]) => ({
    value,
    onChange: (said: string) => setGiven({ ...given, [name]: said }),
  })
  return (
    <Fold says={t('away.give')}>
      <form
        className="form-pairs"
        onSubmit={(event) => {
          event.preventDefault()
          giving.mutate()
        }}
      >
        <LabelledChoice
          label={t('away.measure')}
          {...field('pack', chosen.pack)}
          options={measures.map((one) => [one.pack, say(one.title)] as const)}
        />
        <LabelledChoice
          label={t('away.delegation')}
          {...field('delegation', chosen.delegation)}
          options={delegations.map((one) => [one.name, `${one.cite} ${say(one.title)}`] as const)}
        />
        <Offices chosen={chosen} />
        <LabelledChoice
          label={t('away.taker')}
          {...field('toOffice', chosen.toOffice)}
          options={takers.map(({ id, name }) => [id, say(name)] as const)}
        />
        <LabelledInput label={t('away.number')} {...field('number')} />
        <LabelledInput label={t('away.from')} type="date" {...field('from')} />
        <LabelledInput label={t('away.until')} type="date" {...field('until')} />
        <p>
          <Button type="submit" look="main" disabled={!chosen.toOffice || giving.isPending}>
            {t('away.give')}
          </Button>
        </p>
        {giving.isError && <RefusalNote error={giving.error} />}
      </form>
    </Fold>
  )
}

const NOTHING = { number: '', pack: '', delegation: '', toOffice: '', from: '', until: '' }
type Given = typeof NOTHING

/** The measures that delegate something, what the chosen one delegates, and between which offices. */
function useDelegable(given: Given) {
  const measures = (useQuery(listMeasuresOptions()).data ?? []).filter(({ inForce }) => inForce)
  const offices = useQuery(viewOfficesOptions()).data?.offices ?? []
  const pack = given.pack || measures[0]?.pack || ''
  const delegations = useProgram(pack || null)?.delegations ?? []
  const delegation = delegations.find(({ name }) => name === given.delegation) ?? delegations[0]
  const named = (key: string | undefined) =>
    offices.filter((one) => one.key === key && one.closedOn === null)
  const takers = named(delegation?.to)
  const chosen = {
    pack,
    delegation: delegation?.name ?? '',
    fromOffice: named(delegation?.from)[0]?.id ?? '',
    toOffice: (takers.find(({ id }) => id === given.toOffice) ?? takers[0])?.id ?? '',
  }
  return { measures, delegations, takers, chosen }
}

/** The measure itself says who delegates to whom. */
function Offices({ chosen }: { chosen: { fromOffice: string; toOffice: string } }) {
  const { t } = useTranslation('people')
  const say = useSay()
  const offices = useQuery(viewOfficesOptions()).data?.offices ?? []
  const nameOf = (id: string) => say(offices.find((one) => one.id === id)?.name)
  const { fromOffice, toOffice } = chosen
  if (!(fromOffice && toOffice)) return <p className="quiet">{t('away.delegation.none')}</p>
  return <p>{t('away.mandate', { from: nameOf(fromOffice), to: nameOf(toOffice) })}</p>
}
