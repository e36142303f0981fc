import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listCallsOptions } from '../../api/generated/@tanstack/react-query.gen.ts'
import { listCases } from '../../api/generated/sdk.gen.ts'
import type { CallView, CasePage, CaseRow, PartyView } from '../../api/generated/types.gen.ts'
import { usePerson } from '../../api/session.ts'
import { Await, Empty } from '../../parts/await.tsx'
import { StageTag } from '../../parts/case/stage-tag.tsx'
import { DaysLeft } from '../../parts/deadline-chip.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { Button } from '../../ui/button.tsx'
import { useLanguage, useSay } from '../../words/say.ts'
import './applicant.css'

/** What waits for me, all my applications, my organisations, and what I could apply for. */
export function MinePage() {
  const { t } = useTranslation('applicant')
  const parties = usePerson()?.parties ?? []
  return (
    <Page title={t('mine.title')}>
      <Block heading={t('mine.applications')}>
        <Applications />
      </Block>
      <Block heading={t('mine.calls')}>
        <Await query={useQuery(listCallsOptions())} lines={2}>
          {(calls) => <OpenCalls calls={calls.filter((call) => call.state === 'open')} />}
        </Await>
      </Block>
      <Block heading={t('mine.organisations')}>
        {parties.length === 0 && <Empty says={t('mine.no-organisation')} />}
        <ul className="cases">
          {parties.map((party) => (
            <Organisation key={party.id} party={party} />
          ))}
        </ul>
      </Block>
    </Page>
  )
}

/** Newest first, a page after another. */
function Applications() {
  const { t } = useTranslation('applicant')
  const query = useInfiniteQuery({
    queryKey: ['my-cases'],
    initialPageParam: '',
    queryFn: async ({ pageParam }): Promise<CasePage> => {
      const query = { limit: PAGE, ...(pageParam && { cursor: pageParam }) }
      return (await listCases({ query, throwOnError: true })).data
    },
    getNextPageParam: (last) => last.next ?? undefined,
  })
  return (
    <Await query={query}>
      {({ pages }) => (
        <>
          <Cases rows={pages.flatMap(({ rows }) => rows)} />
          {query.hasNextPage && (
            <p className="acts-row">
              <Button disabled={query.isFetching} onClick={() => void query.fetchNextPage()}>
                {t('mine.more')}
              </Button>
            </p>
          )}
        </>
      )}
    </Await>
  )
}

const PAGE = 50

function Cases({ rows }: { rows: readonly CaseRow[] }) {
  const { t } = useTranslation('applicant')
  if (rows.length === 0) return <Empty says={t('mine.none')} />
  const first = [...rows].sort((one, other) => Number(other.mine) - Number(one.mine))
  return (
    <ul className="cases">
      {first.map((row) => (
        <CaseLine key={row.id} row={row} />
      ))}
    </ul>
  )
}

function CaseLine({ row }: { row: CaseRow }) {
  const { t } = useTranslation('applicant')
  const say = useSay()
  const doing = row.stage === 'draft' ? 'draft' : row.stage === 'returned' ? 'returned' : 'open'
  const to = doing === 'open' ? '/apply/cases/$id' : '/apply/cases/$id/form'
  return (
    <li className={`case-line ${row.mine ? 'case-mine' : ''}`}>
      <span className="case-what">
        <Link to="/apply/cases/$id" params={{ id: row.id }} className="case-link">
          {say(row.serviceTitle)}
        </Link>
        <span className="small quiet num">
          {row.number ?? t('mine.no-number')} · {row.party}
        </span>
      </span>
      <span className="case-stage">
        <StageTag stage={row.stage} />
        <span className="small quiet num">
          {row.left === null ? t('mine.since', { day: row.stageOn }) : <DaysLeft left={row.left} />}
        </span>
      </span>
      <Link to={to} params={{ id: row.id }} className={`btn ${row.mine ? 'btn-main' : ''}`}>
        {t(`mine.row.${doing}`)}
      </Link>
    </li>
  )
}

function OpenCalls({ calls }: { calls: readonly CallView[] }) {
  const { t } = useTranslation('applicant')
  const say = useSay()
  if (calls.length === 0) return <Empty says={t('mine.no-calls')} />
  return (
    <ul className="cases">
      {calls.map((call) => (
        <li key={call.id} className="case-line">
          <span className="case-what">
            <Link to="/calls/$id" params={{ id: call.id }} className="case-link">
              {say(call.title)}
            </Link>
            <span className="small quiet num">
              {call.number} · {call.opensOn} — {call.closesOn}
            </span>
          </span>
          <span />
          <Link to="/apply/start/$call" params={{ call: call.id }} className="btn">
            {t('start.title')}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Organisation({ party }: { party: PartyView }) {
  const { t } = useTranslation('applicant')
  const language = useLanguage()
  const name = language === 'en' ? (party.nameEn ?? party.name) : party.name
  return (
    <li className="case-line">
      <span className="case-what">
        <Link to="/apply/organisations/$id" params={{ id: party.id }} className="case-link">
          {name}
        </Link>
        <span className="small quiet">
          <span className="mono">{party.creditCode}</span>
        </span>
      </span>
      <span />
      <Link to="/apply/organisations/$id/entitlements" params={{ id: party.id }} className="btn">
        {t('ahead.title')}
      </Link>
    </li>
  )
}
