import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { countEntitlementsOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { listEntitlements } from '../../../api/generated/sdk.gen.ts'
import type {
  EntitlementRow,
  ListEntitlementsResponse,
  ServiceEntitlements,
} from '../../../api/generated/types.gen.ts'
import { usePerson } from '../../../api/session.ts'
import { Await, Empty } from '../../../parts/await.tsx'
import { WidePage } from '../../../parts/page.tsx'
import { VerdictMark } from '../../../parts/verdict.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { Share } from './share.tsx'

const here = getRouteApi('/office/entitlements/$pack/$service')
const ANSWERS = ['met', 'not-met', 'unknown', 'unavailable'] as const

/** One service: its counts by district, and the parties behind them. */
export function EntitledPage() {
  const { t } = useTranslation('office')
  const say = useSay()
  const { pack, service } = here.useParams()
  const summary = useQuery(countEntitlementsOptions())
  const of = summary.data?.services.find((one) => one.pack === pack && one.service === service)
  return (
    <WidePage
      title={of ? say(of.title) : t('ahead.title')}
      trail={[[t('ahead.title'), '/office/entitlements']]}
      about={
        of && (
          <span className="num">
            {say(of.measure)} · {t('ahead.as-of', { day: of.on, version: of.version })}
          </span>
        )
      }
    >
      {of && <Districts of={of} />}
      <List of={of ?? null} />
    </WidePage>
  )
}

function Districts({ of: { counts } }: { of: ServiceEntitlements }) {
  const { t } = useTranslation('office')
  const say = useSay()
  const sum = (own: typeof counts, answers: readonly string[]) =>
    own
      .filter(({ answer }) => answers.includes(answer))
      .reduce((total, one) => total + one.parties, 0)
  return (
    <div className="table-hold">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('ahead.district')}</th>
            <th scope="col">{t('ahead.share')}</th>
            {(['met', 'not-met', 'open'] as const).map((one) => (
              <th key={one} scope="col" className="num right">
                {t(`ahead.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...Map.groupBy(counts, ({ district }) => district)].map(([district, own]) => {
            const [met, refused, open] = [
              sum(own, ['met']),
              sum(own, ['not-met']),
              sum(own, ['unknown', 'unavailable']),
            ]
            return (
              <tr key={district}>
                <td>{say(own[0]?.districtName)}</td>
                <td>
                  <Share parts={[met, open, refused]} />
                </td>
                <td className="num right">{met}</td>
                <td className="num right">{refused}</td>
                <td className="num right">{open}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function List({ of }: { of: ServiceEntitlements | null }) {
  const { t } = useTranslation('office')
  const { t: common } = useTranslation()
  const { pack, service } = here.useParams()
  const filter = here.useSearch()
  const query = useInfiniteQuery({
    queryKey: ['entitled', pack, service, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam: after }): Promise<ListEntitlementsResponse> => {
      const asked = { path: { pack, service }, query: { ...filter, ...(after && { after }) } }
      return (await listEntitlements({ ...asked, throwOnError: true })).data
    },
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const asked = new URLSearchParams(filter).toString()
  return (
    <>
      <Filters of={of} />
      <p className="acts-row">
        <a className="btn" href={`/api/entitlements/${pack}/${service}/list.csv?${asked}`} download>
          {t('ahead.export')}
        </a>
      </p>
      <Await query={query} lines={8}>
        {({ pages }) => <Rows rows={pages.flatMap(({ rows }) => rows)} />}
      </Await>
      {query.hasNextPage && (
        <p className="acts-row">
          <Button onClick={() => void query.fetchNextPage()}>{common('sort.more')}</Button>
        </p>
      )}
    </>
  )
}

function Filters({ of }: { of: ServiceEntitlements | null }) {
  const { t } = useTranslation('office')
  const { t: common } = useTranslation()
  const say = useSay()
  const filter = here.useSearch()
  const go = here.useNavigate()
  const districts = new Map(of?.counts.map((one) => [one.district, one.districtName]))
  const chosen = (name: 'answer' | 'district', value: string) =>
    void go({ search: (now) => ({ ...now, [name]: value === '' ? undefined : value }) as never })
  return (
    <div className="acts-row">
      <label>
        <span className="small">{t('ahead.answer')}</span>
        <select
          className="field"
          value={filter.answer ?? ''}
          onChange={(event) => chosen('answer', event.target.value)}
        >
          <option value="">{t('ahead.all')}</option>
          {ANSWERS.map((answer) => (
            <option key={answer} value={answer}>
              {common(`answer.${answer}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="small">{t('ahead.district')}</span>
        <select
          className="field"
          value={filter.district ?? ''}
          onChange={(event) => chosen('district', event.target.value)}
        >
          <option value="">{t('ahead.all')}</option>
          {[...districts].map(([district, name]) =>
            district === null ? null : (
              <option key={district} value={district}>
                {say(name)}
              </option>
            ),
          )}
        </select>
      </label>
    </div>
  )
}

function Rows({ rows }: { rows: readonly EntitlementRow[] }) {
  const { t } = useTranslation('office')
  const say = useSay()
  const opens = usePerson()?.rights.includes('party.search')
  if (rows.length === 0) return <Empty says={t('ahead.no-rows')} />
  return (
    <div className="table-hold">
      <table className="table">
        <thead>
          <tr>
            {(['party', 'district', 'answer'] as const).map((one) => (
              <th key={one} scope="col">
                {t(`ahead.${one}`)}
              </th>
            ))}
            <th scope="col" className="num right">
              {t('ahead.yuan')}
            </th>
            <th scope="col">{t('ahead.version')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.party}>
              <td className="names">
                {opens ? (
                  <Link to="/office/parties/$id" params={{ id: row.party }}>
                    {row.name}
                  </Link>
                ) : (
                  row.name
                )}
                <div className="small quiet mono">{row.creditCode}</div>
              </td>
              <td>{say(row.districtName)}</td>
              <td>
                <VerdictMark verdict={row.answer} />
              </td>
              <td className="num right">{row.payable ?? ''}</td>
              <td className="small num">
                {row.version} <span className="quiet">{row.on}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
