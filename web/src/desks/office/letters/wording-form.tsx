import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listTemplatesQueryKey } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { previewTemplate, saveTemplate } from '../../../api/generated/sdk.gen.ts'
import type { LetterTemplate, Wording } from '../../../api/generated/types.gen.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'

/** The text of one letter; a preview shows it as it will be printed before anything is saved. */
export function WordingForm({ template }: { template: LetterTemplate }) {
  const { t } = useTranslation('office')
  const [wording, setWording] = useState(template.wording)
  const { kind, version } = template
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: () => saveTemplate({ path: { kind }, body: { after: version, wording } }),
    onSuccess: ({ data }) => queries.setQueryData(listTemplatesQueryKey(), data),
  })
  const preview = usePreview(kind)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const partName = (field: string) =>
    t(field === 'title' ? 'letters.heading' : (`letters.${field}` as 'letters.body'))
  const part = (name: keyof Wording) => ({
    value: wording[name],
    onChange: (text: string) => setWording({ ...wording, [name]: text }),
  })
  return (
    <form onSubmit={submit} className="letter-form">
      <Text label={t('letters.heading')} rows={1} {...part('title')} />
      <Text label={t('letters.addressee')} rows={1} {...part('addressee')} />
      <Text label={t('letters.body')} rows={12} {...part('body')} />
      <Text label={t('letters.closing')} rows={3} {...part('closing')} />
      {(save.error ?? preview.error) && (
        <RefusalNote error={save.error ?? preview.error} label={(field) => partName(field)} />
      )}
      <p className="acts-row">
        <Button type="button" onClick={() => preview.show(wording)}>
          {t('letters.preview')}
        </Button>
        <Button type="submit" look="main" disabled={save.isPending}>
          {t('letters.save')}
        </Button>
        <Button type="button" look="bare" onClick={() => setWording(template.shipped)}>
          {t('letters.reset')}
        </Button>
      </p>
      {preview.address && (
        <iframe className="letter-preview" src={preview.address} title={t('letters.preview')} />
      )}
    </form>
  )
}

function usePreview(kind: LetterTemplate['kind']) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address])
  const asked = useMutation({
    mutationFn: (body: Wording) => previewTemplate({ path: { kind }, body, parseAs: 'blob' }),
    onSuccess: ({ data }) => setAddress(URL.createObjectURL(data as unknown as Blob)),
  })
  return { address, error: asked.error, show: (wording: Wording) => asked.mutate(wording) }
}

type TextProps = {
  readonly label: string
  readonly rows: number
  readonly value: string
  readonly onChange: (text: string) => void
}

function Text({ label, rows, value, onChange }: TextProps) {
  const id = useId()
  return (
    <div className="field-row">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="field"
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
