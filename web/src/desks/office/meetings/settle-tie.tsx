import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewRankingsQueryKey } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { settleTie } from '../../../api/generated/sdk.gen.ts'
import type { MeetingView, RankedRow, RankingList } from '../../../api/generated/types.gen.ts'
import { LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { SealButton } from '../acts/seal-button.tsx'
import { useInMeeting } from './use-meeting.ts'

type Props = {
  readonly meeting: string
  readonly item: MeetingView['rankings'][number]
  readonly tie: RankingList['ties'][number]
  readonly rows: readonly RankedRow[]
}

/** Who of those with equal points comes in, as the members settled it, with the reasons. */
export function SettleTie({ meeting, item, tie, rows }: Props) {
  const { t } = useTranslation('meetings')
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const { call, ranking } = item
  const settling = useInMeeting(meeting, async () => {
    const body = { call, ranking, among: tie.among, chosen: [...chosen], reason }
    const answer = await settleTie({ path: { id: meeting }, body, throwOnError: true })
    await queries.invalidateQueries({ queryKey: viewRankingsQueryKey({ path: { id: call } }) })
    return answer
  })
  const turn = (id: string) =>
    setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]))
  return (
    <form
      className="form-stack meeting-tie"
      onSubmit={(event) => {
        event.preventDefault()
        settling.mutate(undefined)
      }}
    >
      <fieldset className="meeting-chosen">
        <legend>{t('tie.title', { place: tie.place, left: tie.left })}</legend>
        <ul className="experts-list">
          {tie.among.map((id) => (
            <li key={id}>
              <input
                type="checkbox"
                id={`tie-${id}`}
                checked={chosen.includes(id)}
                onChange={() => turn(id)}
              />
              <label htmlFor={`tie-${id}`}>{rows.find(({ caseId }) => caseId === id)?.party}</label>
            </li>
          ))}
        </ul>
      </fieldset>
      <LabelledInput label={t('tie.reason')} value={reason} onChange={setReason} />
      {settling.isError && <RefusalNote error={settling.error} />}
      <p className="acts-row">
        <SealButton
          act={t('tie.do')}
          disabled={!reason.trim() || chosen.length === 0 || settling.isPending}
        />
      </p>
    </form>
  )
}
