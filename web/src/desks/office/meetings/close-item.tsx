import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { closeMeetingItem } from '../../../api/generated/sdk.gen.ts'
import { LabelledChoice, LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { SealButton } from '../acts/seal-button.tsx'
import { useInMeeting } from './use-meeting.ts'

const FOLLOWS = ['deliberate', 'send-back', 'refuse', 'leave'] as const
type Follows = (typeof FOLLOWS)[number]

/** What follows from the vote, with the reasons; the act of the case is done at once. */
export function CloseItem({ id, caseId }: { id: string; caseId: string }) {
  const { t } = useTranslation('meetings')
  const [follows, setFollows] = useState<Follows>('deliberate')
  const [reason, setReason] = useState('')
  const [cite, setCite] = useState('')
  const closing = useInMeeting(id, () =>
    closeMeetingItem({
      path: { id, caseId },
      body: { follows, reason, ...(cite ? { cite } : {}) },
      throwOnError: true,
    }),
  )
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault()
        closing.mutate(undefined)
      }}
    >
      <LabelledChoice
        label={t('close.title')}
        value={follows}
        onChange={(value) => setFollows(value as Follows)}
        options={FOLLOWS.map((one) => [one, t(`close.${one}`)] as const)}
      />
      <LabelledInput label={t('close.reason')} value={reason} onChange={setReason} />
      {follows === 'refuse' && (
        <LabelledInput label={t('close.cite')} value={cite} onChange={setCite} optional />
      )}
      {closing.isError && <RefusalNote error={closing.error} />}
      <p className="acts-row">
        <SealButton act={t(`close.${follows}`)} disabled={!reason.trim() || closing.isPending} />
      </p>
    </form>
  )
}
