import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeStep } from '../../../api/changes.ts'
import type { ChangesView } from '../../../api/generated/types.gen.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'

/** Photographs of the place: on a phone the button opens the camera. */
export function Camera({ caseId, changeId }: { caseId: string; changeId: string }) {
  const { t } = useTranslation('changes')
  const id = useId()
  const sending = useChangeStep(caseId, (file: File) =>
    send(`/api/cases/${caseId}/changes/${changeId}/photos`, file),
  )
  return (
    <div className="field-row">
      <label htmlFor={id}>{t('verify.photo')}</label>
      <input
        id={id}
        className="field"
        type="file"
        accept="image/jpeg,image/png"
        capture="environment"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) sending.mutate(file)
          event.target.value = ''
        }}
      />
      {sending.isPending && <p role="status">{t('verify.sending')}</p>}
      {sending.isError && <RefusalNote error={sending.error} />}
    </div>
  )
}

async function send(url: string, file: File): Promise<{ data: ChangesView }> {
  const body = new FormData()
  body.append('file', file)
  const answer = await fetch(url, { method: 'POST', body })
  const said: unknown = await answer.json()
  if (!answer.ok) throw said
  return { data: said as ChangesView }
}
