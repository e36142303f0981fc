import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { countEntitlementsOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import type { EntitlementsSummary, ServiceEntitlements } from '../../../api/generated/types.gen.ts'
import { Await, Empty } from '../../../parts/await.tsx'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { Grounds } from '../../../parts/margin/margin.tsx'
import { WidePage } from '../../../parts/page.tsx'
import { useSay } from '../../../words/say.ts'
import { Share } from './share.tsx'

/** Every service in force: how many are entitled, refused, or still open, and what that would cost. */
export function EntitlementsPage() {
  const { t } = useTranslation('office')
  return (
    <WidePage title={t('ahead.title')} about={t('ahead.about')}>
      <Await query={useQuery(countEntitlementsOptions())} lines={8}>
        {(summary) => <Services summary={summary} />}
      </Await>
    </WidePage>
  )
}

function Services({ summary: { pass, services } }: { summary: EntitlementsSummary }) {
  const { t } = useTranslation('office')
  if (services.length === 0) return <Empty says={t('ahead.none')} />
  return (
    <>
      {pass && (
        <p className="small num" role="status">
          {t(pass.done ? 'ahead.done' : 'ahead.under-way', { day: pass.on, parties: pass.parties })}
        </p>
      )}
      <div className="table-hold">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('ahead.service')}</th>
              <th scope="col">{t('ahead.share')}</th>
              {(['met', 'not-met', 'open', 'payable'] as const).map((one) => (
                <th key={one} scope="col" className="num right">
                  {t(`ahead.${one}`)}
                </th>
              ))}
              <th scope="col">{t('ahead.version')}</th>
            </tr>
          </thead>
          <tbody>
            {services.map((one) => (
              <Service key={one.pack + one.service} of={one} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

export function totals({ counts }: ServiceEntitlements) {
  const sum = (answers: readonly string[]) =>
    counts
      .filter(({ answer }) => answers.includes(answer))
      .reduce((total, { parties }) => total + parties, 0)
  const payable = counts.reduce((total, one) => total + Number(one.payable ?? 0), 0)
  return {
    met: sum(['met']),
    refused: sum(['not-met']),
    open: sum(['unknown', 'unavailable']),
    payable,
  }
}

function Service({ of }: { of: ServiceEntitlements }) {
  const say = useSay()
  const { pack, service, version, on } = of
  const { met, refused, open, payable } = totals(of)
  return (
    <Grounds pack={pack} version={version}>
      <tr>
        <td className="names">
          <Link to="/office/entitlements/$pack/$service" params={{ pack, service }}>
            {say(of.title)}
          </Link>{' '}
          <ArticleMark cite={of.cite} />
          <div className="small quiet">{say(of.measure)}</div>
        </td>
        <td>
          <Share parts={[met, open, refused]} />
        </td>
        <td className="num right">{met}</td>
        <td className="num right">{refused}</td>
        <td className="num right">{open}</td>
        <td className="num right" title={String(payable)}>
          {payable === 0 ? '' : (payable / 10_000).toLocaleString('zh-CN')}
        </td>
        <td className="small num">
          {version}
          <div className="quiet">{on}</div>
        </td>
      </tr>
    </Grounds>
  )
}
