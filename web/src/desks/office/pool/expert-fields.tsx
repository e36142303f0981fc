import { useTranslation } from 'react-i18next'
import { LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { PartyPicker, type Picked } from './party-picker.tsx'

/** What is known of an expert, as it is typed. */
export type Known = {
  readonly zh: string
  readonly en: string
  readonly fields: string
  readonly most: string
  readonly employer: Picked | null
}
export const NOTHING: Known = { zh: '', en: '', fields: '', most: '', employer: null }

/** As the interface takes it; fields are separated by 、 or commas, an empty limit is none. */
export function bodyOf({ zh, en, fields, most, employer }: Known) {
  return {
    title: { zh, en: en.trim() === '' ? zh : en },
    employer: employer?.id ?? null,
    fields: fields
      .split(/[、,，;；]/)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    mostOpen: most.trim() === '' ? null : Number(most),
  }
}

type Props = { readonly known: Known; readonly onChange: (known: Known) => void }

export function ExpertFields({ known, onChange }: Props) {
  const { t } = useTranslation('pool')
  const field = (name: 'zh' | 'en' | 'fields' | 'most') => ({
    value: known[name],
    onChange: (value: string) => onChange({ ...known, [name]: value }),
  })
  return (
    <>
      <LabelledInput label={t('title.zh')} {...field('zh')} />
      <LabelledInput label={t('title.en')} optional {...field('en')} />
      <LabelledInput label={t('fields')} hint={t('fields.hint')} {...field('fields')} />
      <PartyPicker
        label={t('employer')}
        picked={known.employer}
        onPick={(employer) => onChange({ ...known, employer })}
      />
      <LabelledInput label={t('most')} hint={t('most.hint')} optional {...field('most')} />
    </>
  )
}
