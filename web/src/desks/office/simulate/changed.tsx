import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listChangedFirms } from '../../../api/generated/sdk.gen.ts'
import type { ChangedFirm } from '../../../api/generated/types.gen.ts'
import { Await } from '../../../parts/await.tsx'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'

type Props = { simulation: string; service: string; runs: number }
const PAGE = 50

/** The firms behind the numbers, each with why; read when somebody unfolds them. */
export function Changed({ simulation, service, runs }: Props) {
  const { t } = useTranslation('office')
  const { t: common } = useTranslation()
  const query = useInfiniteQuery({
    queryKey: ['changed', simulation, service, runs],
    initialPageParam: 0,
    queryFn: async ({ pageParam: from }): Promise<ChangedFirm[]> => {
      const asked = { path: { id: simulation }, query: { service, from } }
      return (await listChangedFirms({ ...asked, throwOnError: true })).data
    },
    getNextPageParam: (last, pages) => (last.length === PAGE ? pages.length * PAGE : undefined),
  })
  return (
    <details className="act-fold">
      <summary>{t('simulate.changed')}</summary>
      <p className="acts-row">
        <a
          className="btn"
          href={`/api/simulations/${simulation}/firms.csv?service=${service}`}
          download
        >
          {t('ahead.export')}
        </a>
      </p>
      <Await query={query}>{({ pages }) => <Firms rows={pages.flat()} />}</Await>
      {query.hasNextPage && (
        <p className="acts-row">
          <Button onClick={() => void query.fetchNextPage()}>{common('sort.more')}</Button>
        </p>
      )}
    </details>
  )
}

function Firms({ rows }: { rows: readonly ChangedFirm[] }) {
  const { t } = useTranslation('office')
  const say = useSay()
  return (
    <ul className="lines">
      {rows.map((row) => (
        <li key={row.party} className="changed">
          <span>
            <b>{t(`simulate.${row.change}`)}</b>{' '}
            <Link to="/office/parties/$id" params={{ id: row.party }}>
              {row.name}
            </Link>{' '}
            <span className="small quiet mono">{row.creditCode}</span>
          </span>
          <ul className="small">
            {row.reasons.map(({ cite, reads }) => (
              <li key={cite + reads.zh}>
                {say(reads)} <ArticleMark cite={cite} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
