import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { drawArea } from '../../../api/generated/sdk.gen.ts'
import { LabelledChoice, LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import type { TreeProps } from './offices-page.tsx'

const KINDS = ['district', 'functional-zone', 'city'] as const
const EMPTY = { code: '', kind: 'district', zh: '', en: '', districts: [] as readonly string[] }

/** A district, or a functional zone with the districts it lies in. */
export function AreaForm({ tree, onChange }: TreeProps) {
  const { t } = useTranslation('people')
  const say = useSay()
  const [given, setGiven] = useState(EMPTY)
  const drawing = useMutation({
    mutationFn: () => drawArea({ body: areaOf(given), throwOnError: true }),
    onSuccess: ({ data }) => {
      setGiven(EMPTY)
      onChange(data)
    },
  })
  const field = (name: 'code' | 'kind' | 'zh' | 'en') => ({
    value: given[name],
    onChange: (value: string) => setGiven({ ...given, [name]: value }),
  })
  const toggle = (code: string) =>
    setGiven({
      ...given,
      districts: given.districts.includes(code)
        ? given.districts.filter((one) => one !== code)
        : [...given.districts, code],
    })
  return (
    <form
      className="form-pairs"
      onSubmit={(event) => {
        event.preventDefault()
        drawing.mutate()
      }}
    >
      <LabelledChoice
        label={t('offices.kind')}
        {...field('kind')}
        options={KINDS.map((kind) => [kind, t(`kind.${kind}`)] as const)}
      />
      <LabelledInput label={t('offices.code')} {...field('code')} />
      <LabelledInput label={t('offices.name')} {...field('zh')} />
      <LabelledInput label={t('offices.name.en')} {...field('en')} />
      {given.kind === 'functional-zone' && (
        <fieldset className="choices-row">
          <legend>{t('offices.in')}</legend>
          {tree.areas
            .filter(({ kind }) => kind === 'district')
            .map(({ code, name }) => (
              <label key={code} className="option">
                <input
                  type="checkbox"
                  checked={given.districts.includes(code)}
                  onChange={() => toggle(code)}
                />
                {say(name)}
              </label>
            ))}
        </fieldset>
      )}
      <p>
        <Button type="submit" disabled={drawing.isPending}>
          {t('offices.area.add')}
        </Button>
      </p>
      {drawing.isError && <RefusalNote error={drawing.error} />}
    </form>
  )
}

function areaOf({ code, kind, zh, en, districts }: typeof EMPTY) {
  const known = KINDS.find((one) => one === kind) ?? 'district'
  return {
    code,
    kind: known,
    name: { zh, en },
    districts: known === 'functional-zone' ? [...districts] : [],
  }
}
