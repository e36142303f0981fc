import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listCallsOptions,
  viewRankingsOptions,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import type { MeetingView } from '../../../api/generated/types.gen.ts'
import { LabelledChoice } from '../../../parts/form/labelled-input.tsx'
import { Block } from '../../../parts/page.tsx'
import { RankingTable } from '../../../parts/ranking/ranking-table.tsx'
import { useSay } from '../../../words/say.ts'
import { Freeze } from './ranking-item.tsx'

/** Calls whose cases may be ranked: the list as it stands is shown before it is taken up. */
export function TakeUpRanking({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation('meetings')
  const say = useSay()
  const calls = (useQuery(listCallsOptions()).data ?? []).filter(({ cases }) => (cases ?? 0) > 0)
  const [chosen, setChosen] = useState('')
  const call = chosen || calls[0]?.id || ''
  const ranked = useQuery({ ...viewRankingsOptions({ path: { id: call } }), enabled: call !== '' })
  const views = (ranked.data ?? []).filter(
    (view) => !meeting.rankings.some((one) => one.call === call && one.ranking === view.ranking),
  )
  // One call with nothing left to take up leaves nothing to choose.
  if (calls.length === 0 || (calls.length === 1 && views.length === 0)) return null
  return (
    <Block heading={t('rank.new')}>
      <LabelledChoice
        label={t('rank.choose')}
        value={call}
        onChange={setChosen}
        options={calls.map(({ id, number, title }) => [id, `${number} ${say(title)}`] as const)}
      />
      {ranked.data?.length === 0 && <p className="small quiet">{t('rank.which.none')}</p>}
      {views.map((view) => (
        <div key={view.ranking}>
          <h3>{say(view.title)}</h3>
          <RankingTable list={view.live} />
          {view.live.rows.length > 0 && (
            <Freeze meeting={meeting.id} meant={{ call, ranking: view.ranking }} word="rank.take" />
          )}
        </div>
      ))}
    </Block>
  )
}
