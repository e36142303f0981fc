import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeOffice } from '../../../api/generated/sdk.gen.ts'
import type { OfficeTree } from '../../../api/generated/types.gen.ts'
import { LabelledChoice, LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import type { TreeProps } from './offices-page.tsx'

type Props = TreeProps & { office: OfficeTree['offices'][number] }

/** Another name, another place in the tree, or closed; what it did stays under its name of then. */
export function OfficeChange({ office, tree, onChange }: Props) {
  const { t } = useTranslation('people')
  const say = useSay()
  const { id, name, parent, closedOn } = office
  const [given, setGiven] = useState({ ...name, parent: parent ?? '' })
  const changing = useMutation({
    mutationFn: (closed: boolean) =>
      changeOffice({
        path: { id },
        body: {
          name: { zh: given.zh, en: given.en },
          parent: given.parent || null,
          closed,
        },
        throwOnError: true,
      }),
    onSuccess: ({ data }) => onChange(data),
  })
  const field = (key: keyof typeof given) => ({
    value: given[key],
    onChange: (value: string) => setGiven({ ...given, [key]: value }),
  })
  const others = tree.offices.filter((one) => one.id !== id)
  const isClosed = closedOn !== null
  return (
    <form
      className="form-pairs"
      onSubmit={(event) => {
        event.preventDefault()
        changing.mutate(isClosed)
      }}
    >
      <LabelledInput label={t('offices.name')} {...field('zh')} />
      <LabelledInput label={t('offices.name.en')} {...field('en')} />
      <LabelledChoice
        label={t('offices.parent')}
        {...field('parent')}
        options={[
          ['', t('offices.none')],
          ...others.map((one) => [one.id, say(one.name)] as const),
        ]}
      />
      <p className="acts-row">
        <Button type="submit" look="main" disabled={changing.isPending}>
          {t('offices.save')}
        </Button>
        <Button onClick={() => changing.mutate(!isClosed)} disabled={changing.isPending}>
          {t(isClosed ? 'offices.open' : 'offices.close')}
        </Button>
        <span className="small quiet">{!isClosed && t('offices.close.about')}</span>
      </p>
      {changing.isError && <RefusalNote error={changing.error} />}
    </form>
  )
}
