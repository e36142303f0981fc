import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listMandatesQueryKey,
  listMeasuresOptions,
  viewOfficesOptions,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import { giveMandate } from '../../../api/generated/sdk.gen.ts'
import { useToday } from '../../../api/session.ts'
import { LabelledChoice, LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { Block } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'

/** Keeps a written delegation; what the measure does not delegate is refused with its article. */
export function MandateForm() {
  const { t } = useTranslation('people')
  const say = useSay()
  const queries = useQueryClient()
  const measures = (useQuery(listMeasuresOptions()).data ?? []).filter(({ inForce }) => inForce)
  const offices = useQuery(viewOfficesOptions()).data?.offices ?? []
  const today = useToday()
  const [given, setGiven] = useState({
    number: '',
    pack: '',
    delegation: '',
    fromOffice: '',
    toOffice: '',
    from: today,
    until: '',
  })
  const pack = given.pack || measures[0]?.pack || ''
  const giving = useMutation({
    mutationFn: () =>
      giveMandate({ body: { ...given, pack, acts: [], districts: [] }, throwOnError: true }),
    onSuccess: ({ data }) => queries.setQueryData(listMandatesQueryKey(), data),
  })
  const field = (name: keyof typeof given, value = given[name]) => ({
    value,
    onChange: (said: string) => setGiven({ ...given, [name]: said }),
  })
  const named = [['', '—'] as const, ...offices.map(({ id, name }) => [id, say(name)] as const)]
  return (
    <Block heading={t('away.give')}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault()
          giving.mutate()
        }}
      >
        <LabelledInput label={t('away.number')} {...field('number')} />
        <LabelledChoice
          label={t('away.measure')}
          {...field('pack', pack)}
          options={measures.map((one) => [one.pack, say(one.title)] as const)}
        />
        <LabelledInput label={t('away.delegation')} {...field('delegation')} />
        <LabelledChoice label={t('away.giver')} {...field('fromOffice')} options={named} />
        <LabelledChoice label={t('away.taker')} {...field('toOffice')} options={named} />
        <LabelledInput label={t('away.from')} type="date" {...field('from')} />
        <LabelledInput label={t('away.until')} type="date" {...field('until')} />
        <p>
          <Button type="submit" disabled={giving.isPending}>
            {t('away.give')}
          </Button>
        </p>
        {giving.isError && <RefusalNote error={giving.error} />}
      </form>
    </Block>
  )
}
