import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RankedRow, RankingList } from '../../api/generated/types.gen.ts'
import { useSay } from '../../words/say.ts'
import { Empty } from '../await.tsx'
import { ArticleMark } from '../margin/article-mark.tsx'
import './ranking.css'

/** Places with their points, who is inside and why, and how full each quota is. */
export function RankingTable({ list }: { list: RankingList }) {
  const { t } = useTranslation('meetings')
  if (list.rows.length === 0) return <Empty says={t('rank.none')} />
  const graded = list.rows.some(({ grade }) => grade)
  const limited = list.rows.some(({ admission }) => admission)
  return (
    <>
      <Quotas list={list} />
      <div className="ranking-hold">
        <table className="ranking">
          <thead>
            <tr>
              <th>{t('rank.place')}</th>
              <th>{t('rank.party')}</th>
              <th className="wide-only">{t('rank.number')}</th>
              <th>{t('rank.points')}</th>
              {graded && <th>{t('rank.grade')}</th>}
              {limited && <th>{t('rank.inside')}</th>}
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row) => (
              <Row key={row.caseId} row={row} graded={graded} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Row({ row, graded }: { row: RankedRow; graded: boolean }) {
  const { t } = useTranslation('meetings')
  const say = useSay()
  const { admission } = row
  return (
    <tr className={admission ? `is-${admission}` : ''}>
      <td className="num">{row.place ?? '—'}</td>
      <td>
        <Link to="/office/cases/$id" params={{ id: row.caseId }}>
          {row.party}
        </Link>
      </td>
      <td className="num wide-only">{row.number}</td>
      <td className="num">{row.points ?? '—'}</td>
      {graded && <td>{say(row.grade) || '—'}</td>}
      {admission && (
        <td>
          <span className="inside">
            <span aria-hidden>{SIGNS[admission]}</span> {t(`rank.${admission}`)}
          </span>
          {admission !== 'in' && <span className="because small quiet">{say(row.because)}</span>}
        </td>
      )}
    </tr>
  )
}

/** The signs of verdicts: met, not met, needs a person, unknown. */
const SIGNS = { in: '●', out: '○', tied: '◇', open: '◐' } as const

function Quotas({ list }: { list: RankingList }) {
  const { t } = useTranslation('meetings')
  const say = useSay()
  if (list.taken.length === 0) return null
  return (
    <ul className="ranking-quotas small">
      {list.taken.map(({ title, under, cite, ...numbers }) => (
        <li key={`${title.zh} ${under?.zh ?? ''}`}>
          {say(title)} {say(under)} <b className="num">{t('rank.taken', numbers)}</b>{' '}
          <ArticleMark cite={cite} />
        </li>
      ))}
    </ul>
  )
}
