import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewOfficesOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { enterPower } from '../../../api/generated/sdk.gen.ts'
import type { Matter } from '../../../api/generated/types.gen.ts'
import { useToday } from '../../../api/session.ts'
import { LabelledChoice, LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'

const KINDS = [
  'licence',
  'confirmation',
  'payment',
  'inspection',
  'sanction',
  'reward',
  'service',
  'duty',
] as const
const LEVELS = ['city', 'district', 'functional-zone'] as const
const NOTHING = {
  zh: '',
  en: '',
  kind: 'licence',
  level: 'city',
  office: '',
  shareZh: '',
  shareEn: '',
  law: '',
  cite: '',
  from: '',
}

/** Enters a power with its legal basis; without one there is none. */
export function PowerForm({ onChange }: { onChange: (matters: Matter[]) => void }) {
  const { t } = useTranslation('people')
  const say = useSay()
  const today = useToday()
  const [given, setGiven] = useState(NOTHING)
  const offices = (useQuery(viewOfficesOptions()).data?.offices ?? []).filter(
    ({ closedOn }) => closedOn === null,
  )
  const office = given.office || offices[0]?.id || ''
  const from = given.from || today
  const entering = useMutation({
    mutationFn: () => enterPower({ body: powerOf({ ...given, office, from }), throwOnError: true }),
    onSuccess: ({ data }) => {
      setGiven(NOTHING)
      onChange(data)
    },
  })
  const field = (name: keyof typeof given, value = given[name]) => ({
    value,
    onChange: (said: string) => setGiven({ ...given, [name]: said }),
  })
  return (
    <form
      className="form-pairs"
      onSubmit={(event) => {
        event.preventDefault()
        entering.mutate()
      }}
    >
      <LabelledInput label={t('powers.matter')} {...field('zh')} />
      <LabelledInput label={t('powers.matter.en')} {...field('en')} />
      <LabelledChoice
        label={t('powers.kind')}
        {...field('kind')}
        options={KINDS.map((kind) => [kind, t(`power.${kind}`)] as const)}
      />
      <LabelledChoice
        label={t('people.office')}
        {...field('office', office)}
        options={offices.map(({ id, name }) => [id, say(name)] as const)}
      />
      <LabelledChoice
        label={t('powers.level')}
        {...field('level')}
        options={LEVELS.map((level) => [level, t(`kind.${level}`)] as const)}
      />
      <LabelledInput label={t('people.from')} type="date" {...field('from', from)} />
      <LabelledInput label={t('powers.law')} {...field('law')} />
      <LabelledInput label={t('powers.cite')} {...field('cite')} />
      <LabelledInput label={t('powers.share')} optional {...field('shareZh')} />
      <LabelledInput label={t('powers.share.en')} optional {...field('shareEn')} />
      <p>
        <Button type="submit" look="main" disabled={entering.isPending}>
          {t('powers.enter')}
        </Button>
      </p>
      {entering.isError && <RefusalNote error={entering.error} />}
    </form>
  )
}

function powerOf({ zh, en, kind, level, shareZh, shareEn, ...rest }: typeof NOTHING) {
  return {
    ...rest,
    matter: { zh, en },
    kind: KINDS.find((one) => one === kind) ?? KINDS[0],
    level: LEVELS.find((one) => one === level) ?? LEVELS[0],
    share: { zh: shareZh, en: shareEn },
    pack: null,
    service: null,
  }
}
