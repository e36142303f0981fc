import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { replayRanking } from '../../api/generated/sdk.gen.ts'
import type { RankingReplayed, RankingView } from '../../api/generated/types.gen.ts'
import { Button } from '../../ui/button.tsx'
import { RefusalNote } from '../refusal.tsx'
import { RankingTable } from './ranking-table.tsx'

type Props = { readonly call: string; readonly view: RankingView }

/** The list that counts: the frozen one with its hash, or how the cases stand until there is one. */
export function RankingStanding({ call, view }: Props) {
  const { t } = useTranslation('meetings')
  const { frozen } = view
  if (!frozen)
    return (
      <>
        {view.live.rows.length > 0 && <p className="small quiet">{t('rank.live')}</p>}
        <RankingTable list={view.live} />
      </>
    )
  return (
    <>
      <p className="small">
        {t('rank.frozen', frozen)}
        <br />
        <span className="quiet">
          {t('rank.hash')} <span className="mono ranking-hash">{frozen.hash}</span>
        </span>
      </p>
      {frozen.reason && <p className="small">{t('rank.reason', { reason: frozen.reason })}</p>}
      {!frozen.current && <p className="small">{t('rank.moved')}</p>}
      <RankingTable list={frozen} />
      <Kept call={call} ranking={view.ranking} />
    </>
  )
}

/** The frozen list as a table to keep, and whether the records of then still give it. */
function Kept({ call, ranking }: { call: string; ranking: string }) {
  const { t } = useTranslation('meetings')
  const path = { id: call, ranking }
  const replay = useMutation({
    mutationFn: async () => (await replayRanking({ path, throwOnError: true })).data,
  })
  return (
    <>
      <p className="acts-row">
        <a className="btn" href={`/api/calls/${call}/rankings/${ranking}/list.csv`}>
          {t('rank.csv')}
        </a>
        <Button disabled={replay.isPending} onClick={() => replay.mutate()}>
          {t('rank.replay')}
        </Button>
      </p>
      {replay.data && <Replayed replayed={replay.data} />}
      {replay.isError && <RefusalNote error={replay.error} />}
    </>
  )
}

function Replayed({ replayed }: { replayed: RankingReplayed }) {
  const { t } = useTranslation('meetings')
  type Side = RankingReplayed['differs'][number]['frozen']
  const read = (side: Side) => {
    if (!side) return t('rank.replay.absent')
    const { place, points } = side
    if (place === null) return t('rank.replay.unplaced')
    return t('rank.replay.place', { place, points: points ?? '' })
  }
  if (replayed.same) return <output className="ranking-replayed">{t('rank.replay.same')}</output>
  return (
    <output className="ranking-replayed">
      <b>{t('rank.replay.differs')}</b>
      <ul>
        {replayed.differs.map(({ caseId, party, number, frozen, replayed: now }) => (
          <li key={caseId}>
            {party} <span className="num quiet">{number}</span>{' '}
            {t('rank.replay.line', { frozen: read(frozen), replayed: read(now) })}
          </li>
        ))}
      </ul>
    </output>
  )
}
