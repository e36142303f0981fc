import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { objectTo } from '../../api/generated/sdk.gen.ts'
import type { NoticeView } from '../../api/generated/types.gen.ts'
import { OneOf } from '../../parts/form/choice-input.tsx'
import '../../parts/form/form.css'
import { RefusalNote } from '../../parts/refusal.tsx'
import { Button } from '../../ui/button.tsx'
import { KeptKey } from './kept-key.tsx'
import './public.css'

type Draft = {
  line: number | null
  name: string
  contact: string
  grounds: string
  consent: boolean
}
type Change = (part: Partial<Draft>) => void

/** An objection under one's real name; nothing is sent before consent is given. */
export function ObjectionForm({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation('public')
  const queries = useQueryClient()
  const only = notice.list.length === 1 ? notice.list[0]?.line : undefined
  const [draft, setDraft] = useState<Draft>({
    line: only ?? null,
    name: '',
    contact: '',
    grounds: '',
    consent: false,
  })
  const change: Change = (part) => setDraft((before) => ({ ...before, ...part }))
  const send = useMutation({
    mutationFn: async () => {
      const body = { ...draft, line: draft.line ?? 0, consent: true as const }
      return (await objectTo({ path: { id: notice.id }, body, throwOnError: true })).data
    },
    onSuccess: () => queries.invalidateQueries(),
  })
  if (send.data) return <KeptKey of={send.data} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <form className="form-stack" onSubmit={submit}>
      <p className="quiet">{t('object.about')}</p>
      <Against notice={notice} draft={draft} change={change} />
      <Typed draft={draft} change={change} />
      <label className="option">
        <input
          type="checkbox"
          required
          checked={draft.consent}
          onChange={(event) => change({ consent: event.target.checked })}
        />
        <span>{t('object.consent')}</span>
      </label>
      {send.isError && <RefusalNote error={send.error} />}
      <Button
        type="submit"
        look="seal"
        disabled={!draft.consent || draft.line === null || send.isPending}
      >
        {t('object.send')}
      </Button>
    </form>
  )
}

function Against({ notice, draft, change }: { notice: NoticeView; draft: Draft; change: Change }) {
  const { t } = useTranslation('public')
  return (
    <fieldset className="ask">
      <legend className="ask-title">{t('object.against')}</legend>
      <OneOf
        name="against"
        chosen={draft.line === null ? '' : String(draft.line)}
        onChoose={(line) => change({ line: Number(line) })}
        options={notice.list.map((row) => ({ value: String(row.line), label: row.party }))}
      />
    </fieldset>
  )
}

function Typed({ draft, change }: { draft: Draft; change: Change }) {
  const { t } = useTranslation('public')
  const id = useId()
  return (
    <>
      <div className="field-row">
        <label htmlFor={`${id}-name`}>{t('object.name')}</label>
        <input
          id={`${id}-name`}
          className="field field-short"
          required
          minLength={2}
          maxLength={80}
          autoComplete="name"
          value={draft.name}
          onChange={(event) => change({ name: event.target.value })}
        />
      </div>
      <div className="field-row">
        <label htmlFor={`${id}-contact`}>{t('object.contact')}</label>
        <input
          id={`${id}-contact`}
          className="field field-short"
          required
          minLength={5}
          maxLength={120}
          aria-describedby={`${id}-contact-help`}
          value={draft.contact}
          onChange={(event) => change({ contact: event.target.value })}
        />
        <p className="ask-help" id={`${id}-contact-help`}>
          {t('object.contact.help')}
        </p>
      </div>
      <div className="field-row">
        <label htmlFor={`${id}-grounds`}>{t('object.grounds')}</label>
        <textarea
          id={`${id}-grounds`}
          className="field"
          required
          rows={5}
          minLength={10}
          maxLength={4000}
          aria-describedby={`${id}-grounds-help`}
          value={draft.grounds}
          onChange={(event) => change({ grounds: event.target.value })}
        />
        <p className="ask-help" id={`${id}-grounds-help`}>
          {t('object.grounds.help')}
        </p>
      </div>
    </>
  )
}
