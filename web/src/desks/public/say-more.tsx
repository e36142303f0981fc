import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addToObjection } from '../../api/generated/sdk.gen.ts'
import type { ObjectionCourse, ObjectionKeyInput } from '../../api/generated/types.gen.ts'
import { RefusalNote } from '../../parts/refusal.tsx'
import { Button } from '../../ui/button.tsx'

type Props = {
  readonly of: ObjectionKeyInput
  readonly asked: ObjectionCourse['asked']
  readonly onMoved: (course: ObjectionCourse) => void
}

/** More words and papers, as long as the objection is not answered. */
export function SayMore({ of, asked, onMoved }: Props) {
  const { t } = useTranslation('objections')
  const id = useId()
  const [says, setSays] = useState('')
  const adding = useMutation({
    mutationFn: async () =>
      (await addToObjection({ body: { ...of, says }, throwOnError: true })).data,
    onSuccess: (course) => {
      setSays('')
      onMoved(course)
    },
  })
  return (
    <>
      {asked && (
        <p className="note">
          <b>{t('more.asked')}</b> {asked.says}{' '}
          <span className="num">{t('words.until', { until: asked.until ?? '' })}</span>
        </p>
      )}
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault()
          adding.mutate()
        }}
      >
        <div className="field-row">
          <label htmlFor={id}>{t('more.says')}</label>
          <textarea
            id={id}
            className="field"
            required
            rows={4}
            minLength={4}
            maxLength={4000}
            value={says}
            onChange={(event) => setSays(event.target.value)}
          />
        </div>
        {adding.isError && <RefusalNote error={adding.error} />}
        <p className="acts-row">
          <Button type="submit" look="main" disabled={adding.isPending}>
            {t('more.do')}
          </Button>
          {adding.isSuccess && <span role="status">{t('more.done')}</span>}
        </p>
      </form>
      <HandIn of={of} onMoved={onMoved} />
    </>
  )
}

function HandIn({ of, onMoved }: Pick<Props, 'of' | 'onMoved'>) {
  const { t } = useTranslation('objections')
  const id = useId()
  const sending = useMutation({ mutationFn: (file: File) => send(of, file), onSuccess: onMoved })
  return (
    <div className="field-row objection-asks">
      <label htmlFor={id}>{t('papers.add')}</label>
      <input
        id={id}
        className="field"
        type="file"
        accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) sending.mutate(file)
          event.target.value = ''
        }}
      />
      {sending.isPending && <p role="status">{t('papers.sending')}</p>}
      {sending.isError && <RefusalNote error={sending.error} />}
    </div>
  )
}

/** The key goes before the file: it is read while the file still arrives. */
async function send({ number, key }: ObjectionKeyInput, file: File): Promise<ObjectionCourse> {
  const body = new FormData()
  body.append('number', number)
  body.append('key', key)
  body.append('file', file)
  const answer = await fetch('/api/objections/followed/papers', { method: 'POST', body })
  const said: unknown = await answer.json()
  if (!answer.ok) throw said
  return said as ObjectionCourse
}
