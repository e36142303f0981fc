import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  viewRankingsOptions,
  viewRankingsQueryKey,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import { takeUpRanking } from '../../../api/generated/sdk.gen.ts'
import type { MeetingView } from '../../../api/generated/types.gen.ts'
import { Await } from '../../../parts/await.tsx'
import { RankingStanding } from '../../../parts/ranking/ranking-standing.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { SettleTie } from './settle-tie.tsx'
import { useInMeeting } from './use-meeting.ts'

type Props = {
  readonly meeting: string
  readonly item: MeetingView['rankings'][number]
  readonly leads: boolean
}

/** A ranking on the agenda: its frozen list, the ties that wait for the meeting, freezing it anew. */
export function RankingItem({ meeting, item, leads }: Props) {
  const { t } = useTranslation('meetings')
  const say = useSay()
  const query = useQuery(viewRankingsOptions({ path: { id: item.call } }))
  const { number, title, call, ranking } = item
  return (
    <article>
      <h3>{t('rank.of', { number, title: say(title) })}</h3>
      <Await query={query}>
        {(views) => {
          const view = views.find((one) => one.ranking === ranking)
          if (!view) return null
          return (
            <>
              <RankingStanding call={call} view={view} />
              {leads &&
                view.frozen?.ties.map((tie) => (
                  <SettleTie
                    key={tie.among.join()}
                    meeting={meeting}
                    item={item}
                    tie={tie}
                    rows={view.frozen?.rows ?? []}
                  />
                ))}
              {leads && view.frozen?.current === false && (
                <Freeze meeting={meeting} meant={{ call, ranking }} word="rank.again" />
              )}
            </>
          )
        }}
      </Await>
    </article>
  )
}

type FreezeProps = {
  readonly meeting: string
  readonly meant: { readonly call: string; readonly ranking: string }
  readonly word: 'rank.take' | 'rank.again'
}

export function Freeze({ meeting, meant, word }: FreezeProps) {
  const { t } = useTranslation('meetings')
  const queries = useQueryClient()
  const taking = useInMeeting(meeting, async () => {
    const answer = await takeUpRanking({ path: { id: meeting }, body: meant, throwOnError: true })
    await queries.invalidateQueries({
      queryKey: viewRankingsQueryKey({ path: { id: meant.call } }),
    })
    return answer
  })
  return (
    <>
      {taking.isError && <RefusalNote error={taking.error} />}
      <p className="acts-row">
        <Button look="main" disabled={taking.isPending} onClick={() => taking.mutate(undefined)}>
          {t(word)}
        </Button>
      </p>
    </>
  )
}
