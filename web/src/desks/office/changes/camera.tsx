import { useTranslation } from 'react-i18next'
import { useChangeStep } from '../../../api/changes.ts'
import { photographChange } from '../../../api/generated/sdk.gen.ts'
import { LabelledFile } from '../../../parts/form/labelled-file.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'

/** Photographs of the place: on a phone the button opens the camera. */
export function Camera({ caseId, changeId }: { caseId: string; changeId: string }) {
  const { t } = useTranslation('changes')
  const path = { id: caseId, change: changeId }
  const sending = useChangeStep(caseId, (file: File) =>
    photographChange({ path, body: { file }, throwOnError: true }),
  )
  return (
    <>
      <LabelledFile
        label={t('verify.photo')}
        accept="image/jpeg,image/png"
        camera
        onFile={sending.mutate}
      />
      {sending.isPending && <p role="status">{t('verify.sending')}</p>}
      {sending.isError && <RefusalNote error={sending.error} />}
    </>
  )
}
