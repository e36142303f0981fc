import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { viewEntitlementsOptions } from '../../api/generated/@tanstack/react-query.gen.ts'
import type { EntitlementView } from '../../api/generated/types.gen.ts'
import { Await, Empty } from '../../parts/await.tsx'
import { ArticleMark } from '../../parts/margin/article-mark.tsx'
import { Grounds } from '../../parts/margin/margin.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { VerdictMark } from '../../parts/verdict.tsx'
import { useSay } from '../../words/say.ts'
import './applicant.css'
import './entitlements.css'

const here = getRouteApi('/applicant/apply/organisations/$id/entitlements')

/** What a party is entitled to under every measure in force, answered ahead: first what it can have. */
export function EntitlementsPage() {
  const { t } = useTranslation('applicant')
  const { id } = here.useParams()
  const query = useQuery(viewEntitlementsOptions({ path: { id } }))
  const trail = [
    [t('mine.title'), '/apply'],
    [query.data?.party.name ?? t('party.title'), `/apply/organisations/${id}`],
  ] as const
  return (
    <Page title={t('ahead.title')} trail={trail} about={<p>{t('ahead.about')}</p>}>
      <Await query={query} lines={10}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Block>
              <Empty says={t('ahead.none')} />
            </Block>
          ) : (
            <Groups rows={rows} />
          )
        }
      </Await>
    </Page>
  )
}

const GROUPS = ['met', 'open', 'not-met'] as const

const groupOf = ({ answer }: EntitlementView): (typeof GROUPS)[number] =>
  answer === 'met' || answer === 'not-met' ? answer : 'open'

function Groups({ rows }: { rows: readonly EntitlementView[] }) {
  const { t } = useTranslation('applicant')
  return GROUPS.map((group) => {
    const own = rows.filter((row) => groupOf(row) === group)
    if (own.length === 0) return null
    return (
      <Block key={group} heading={`${t(`ahead.${group}`)} ${own.length}`}>
        <ul className="entitlements">
          {own.map((row) => (
            <Grounds key={row.pack + row.service} pack={row.pack} version={row.version}>
              <Entitlement row={row} />
            </Grounds>
          ))}
        </ul>
      </Block>
    )
  })
}

function Entitlement({ row }: { row: EntitlementView }) {
  const { t } = useTranslation('applicant')
  const say = useSay()
  const { pack, service, version, on, pays } = row
  return (
    <li className="entitlement">
      <div className="entitlement-head">
        <VerdictMark verdict={row.answer} />
        <b className="entitlement-title">{say(row.title)}</b>
        <ArticleMark cite={row.cite} />
        {pays?.payable && (
          <span className="num">{t('ahead.pays', { yuan: grouped(pays.payable) })}</span>
        )}
      </div>
      <Reasons row={row} />
      <p className="small quiet num">
        <Link to="/measures/$pack" params={{ pack }}>
          {say(row.measure)}
        </Link>{' '}
        · {t('ahead.as-of', { day: on, version })}
      </p>
      <p className="acts-row">
        {row.call && (
          <Link
            to="/apply/start/$call"
            params={{ call: row.call }}
            search={{ service }}
            className={`btn ${row.answer === 'met' ? 'btn-main' : ''}`}
          >
            {t('ahead.apply')}
          </Link>
        )}
        <Link to="/measures/$pack/check/$service" params={{ pack, service }} className="btn">
          {t('ahead.check')}
        </Link>
      </p>
    </li>
  )
}

/** Yuan with separators; fen only where there are any. */
const grouped = (yuan: string) => Number(yuan).toLocaleString('zh-CN', { maximumFractionDigits: 2 })

/** For what is refused: the conditions that bar, and what would mend them; for what is open: what is missing. */
function Reasons({ row }: { row: EntitlementView }) {
  const { t } = useTranslation('applicant')
  const say = useSay()
  const barring = row.findings.filter((one) => one.answer === 'not-met' && one.of.length === 0)
  if (row.answer === 'met') return null
  if (row.answer !== 'not-met') {
    return (
      <Points says={t('ahead.missing')}>
        {[...Map.groupBy(row.missing, ({ supplier }) => say(supplier))].map(([supplier, own]) => (
          <li key={supplier}>
            <span className="quiet">{t('ahead.from', { supplier })}</span>
            {own.map(({ title }) => say(title)).join(t('ahead.and'))}
          </li>
        ))}
      </Points>
    )
  }
  return (
    <>
      <Points says={t('ahead.barred')}>
        {barring.map((one) => (
          <li key={one.condition}>
            {say(one.reads)} <ArticleMark cite={one.cite} />
          </li>
        ))}
      </Points>
      {row.repair && (
        <Points says={t(`ahead.mend.${row.repair.reaches}`)}>
          {row.repair.changes.map((one) => (
            <li key={one.says.zh} className="entitlement-mend">
              {say(one.says)}
            </li>
          ))}
        </Points>
      )}
    </>
  )
}

function Points({ says, children }: { says: string; children: React.ReactNode }) {
  return (
    <div className="entitlement-reasons">
      <p className="small quiet">{says}</p>
      <ul>{children}</ul>
    </div>
  )
}
