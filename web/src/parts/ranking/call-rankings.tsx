import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { viewRankingsOptions } from '../../api/generated/@tanstack/react-query.gen.ts'
import { useSay } from '../../words/say.ts'
import { Block } from '../page.tsx'
import { RankingStanding } from './ranking-standing.tsx'

/** The rankings of a call, for the officers who deliberate on it; nothing where its text has none. */
export function CallRankings({ call }: { call: string }) {
  const { t, ready } = useTranslation('meetings')
  const say = useSay()
  const { data: views = [] } = useQuery(viewRankingsOptions({ path: { id: call } }))
  if (!ready) return null
  return views.map((view) => (
    <Block key={view.ranking} heading={t('rank.title')} cites={[view.cite]}>
      <p>
        <b>{say(view.title)}</b>{' '}
        <span className="quiet">{t('rank.by', { value: say(view.by) })}</span>
      </p>
      <RankingStanding call={call} view={view} />
    </Block>
  ))
}
