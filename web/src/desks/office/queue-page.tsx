import { STAGES } from '@banfa/policy/run'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listMeasuresOptions } from '../../api/generated/@tanstack/react-query.gen.ts'
import { listCases } from '../../api/generated/sdk.gen.ts'
import type { CasePage, Stage } from '../../api/generated/types.gen.ts'
import { Await } from '../../parts/await.tsx'
import { StageTag } from '../../parts/case/stage-tag.tsx'
import { WidePage } from '../../parts/page.tsx'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../words/say.ts'
import './queue.css'
import { KeptFilters } from './queue/kept-filters.tsx'
import type { QueueSearch } from './queue/queue-search.ts'
import { Rows } from './queue/rows.tsx'

/** 待办: what waits for me first; everything my office may see on demand. */
export function QueuePage() {
  const { t } = useTranslation('office')
  const { t: common } = useTranslation()
  const search: QueueSearch = useSearch({ strict: false })
  const query = useQueue(search)
  return (
    <WidePage title={t('queue.title')} about={t(search.all ? 'queue.about-all' : 'queue.about')}>
      <Filters search={search} />
      <KeptFilters search={search} />
      <Await query={query} lines={12}>
        {({ pages }) => (
          <>
            <Strip search={search} counts={pages[0]?.counts ?? {}} />
            <p className="queue-sum">
              <span className="num">{t('queue.total', { total: pages[0]?.total ?? 0 })}</span>
              <a className="btn" href={`/api/cases.csv?${new URLSearchParams(wantedOf(search))}`}>
                {t('queue.export')}
              </a>
            </p>
            <Rows rows={pages.flatMap(({ rows }) => rows)} search={search} />
            {query.hasNextPage && (
              <p className="acts-row">
                <Button onClick={() => void query.fetchNextPage()}>{common('sort.more')}</Button>
              </p>
            )}
          </>
        )}
      </Await>
    </WidePage>
  )
}

function wantedOf({ stage, service, text, all, sort, order }: QueueSearch) {
  return {
    ...(stage && { stage: stage as Stage }),
    ...(service && { service }),
    ...(text && { text }),
    ...(sort && { sort }),
    ...(order && { order }),
    ...(!all && { waiting: 'me' as const }),
  }
}

function useQueue(search: QueueSearch) {
  const wanted = { limit: 30, ...wantedOf(search) }
  return useInfiniteQuery({
    queryKey: ['queue', wanted],
    initialPageParam: '',
    queryFn: async ({ pageParam }): Promise<CasePage> => {
      const query = { ...wanted, ...(pageParam && { cursor: pageParam }) }
      return (await listCases({ query, throwOnError: true })).data
    },
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

function Filters({ search }: { search: QueueSearch }) {
  const { t } = useTranslation('office')
  const go = useNavigate()
  const [text, setText] = useState(search.text ?? '')
  const { text: _, ...rest } = search
  return (
    <search>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault()
          void go({ to: '/office', search: { ...rest, ...(text && { text }) } })
        }}
      >
        <input
          className="field"
          type="search"
          aria-label={t('queue.search')}
          placeholder={t('queue.search')}
          value={text}
          maxLength={80}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit">{t('queue.find')}</Button>
        <ServiceFilter search={search} />
        <Link
          to="/office"
          search={search.all ? mineOnly(search) : { ...search, all: true }}
          className="btn"
        >
          {t(search.all ? 'queue.mine-only' : 'queue.show-all')}
        </Link>
      </form>
    </search>
  )
}

const mineOnly = ({ all: _, ...rest }: QueueSearch): QueueSearch => rest

/** The services of the measures as they stand, whatever is in the queue now. */
function ServiceFilter({ search }: { search: QueueSearch }) {
  const { t } = useTranslation('office')
  const say = useSay()
  const go = useNavigate()
  const { data: measures = [] } = useQuery(listMeasuresOptions())
  const { service: chosen = '', ...rest } = search
  const choose = (service: string) =>
    void go({ to: '/office', search: { ...rest, ...(service && { service }) } })
  return (
    <select
      className="field"
      aria-label={t('queue.service')}
      value={chosen}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{t('queue.every-service')}</option>
      {measures
        .flatMap(({ services }) => services)
        .map(({ name, title }) => (
          <option key={name} value={name}>
            {say(title)}
          </option>
        ))}
    </select>
  )
}

function Strip({ search, counts }: { search: QueueSearch; counts: Record<string, number> }) {
  const { t } = useTranslation('office')
  const { stage, ...rest } = search
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0)
  return (
    <nav className="strip" aria-label={t('queue.stages')}>
      <Link to="/office" search={rest} aria-current={stage === undefined}>
        {t('queue.all-stages')} <b className="num">{all}</b>
      </Link>
      {STAGES.filter((name) => counts[name]).map((name) => (
        <Link
          key={name}
          to="/office"
          search={{ ...rest, stage: name }}
          aria-current={stage === name}
        >
          <StageTag stage={name} /> <b className="num">{counts[name]}</b>
        </Link>
      ))}
    </nav>
  )
}
