import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { viewWaitingOptions } from '../../api/generated/@tanstack/react-query.gen.ts'
import type { WaitingTimes } from '../../api/generated/types.gen.ts'
import { Await, Empty, Skeleton } from '../../parts/await.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { useSay } from '../../words/say.ts'
import './waiting.css'

/** How long cases took, as it was: nothing is left out but groups too small to hide in. */
export function WaitingPage() {
  const { t, ready } = useTranslation('clocks')
  const query = useQuery(viewWaitingOptions())
  if (!ready) return <Skeleton lines={6} />
  return (
    <Page title={t('waiting.title')} about={<p>{t('waiting.about')}</p>}>
      <Block>
        <Await query={query}>{(times) => <Times times={times} />}</Await>
      </Block>
    </Page>
  )
}

function Times({ times }: { times: WaitingTimes }) {
  const { t } = useTranslation('clocks')
  const say = useSay()
  if (times.rows.length === 0) return <Empty says={t('waiting.none')} />
  return (
    <>
      <p className="small quiet num">
        {t('waiting.span', { from: times.from ?? '', to: times.to ?? '' })}
      </p>
      <div className="waiting-hold">
        <table className="waiting">
          <thead>
            <tr>
              {(['service', 'office', 'cases', 'median', 'p90'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`waiting.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {times.rows.map((row) => (
              <tr key={`${row.service} ${row.district}`}>
                <td>{say(row.title)}</td>
                <td>{say(row.office)}</td>
                {row.cases === null ? (
                  <td colSpan={3} className="quiet">
                    {t('waiting.few')}
                  </td>
                ) : (
                  <>
                    <td className="num">{row.cases}</td>
                    <td className="num">{t('waiting.days', { count: row.median ?? 0 })}</td>
                    <td className="num">{t('waiting.days', { count: row.p90 ?? 0 })}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
