import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addToObjection, attachToObjection } from '../../api/generated/sdk.gen.ts'
import type { ObjectionCourse, ObjectionKeyInput } from '../../api/generated/types.gen.ts'
import { LabelledFile } from '../../parts/form/labelled-file.tsx'
import { LabelledText } from '../../parts/form/labelled-text.tsx'
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
        <LabelledText
          label={t('more.says')}
          value={says}
          onChange={setSays}
          length={{ least: 4, most: 4000 }}
        />
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
  const sending = useMutation({
    // The key goes before the file: it is read while the file still arrives.
    mutationFn: async (file: File) =>
      (await attachToObjection({ body: { ...of, file }, throwOnError: true })).data,
    onSuccess: onMoved,
  })
  return (
    <div className="objection-asks">
      <LabelledFile
        label={t('papers.add')}
        accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx"
        onFile={sending.mutate}
      />
      {sending.isPending && <p role="status">{t('papers.sending')}</p>}
      {sending.isError && <RefusalNote error={sending.error} />}
    </div>
  )
}
