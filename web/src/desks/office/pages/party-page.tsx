import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { viewPartyOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import type { PartyDetail } from '../../../api/generated/types.gen.ts'
import { usePerson, useToday } from '../../../api/session.ts'
import { Await, Empty } from '../../../parts/await.tsx'
import { Figure } from '../../../parts/figure.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { useSay } from '../../../words/say.ts'
import { FactHistory } from './fact-history.tsx'
import { Ledger } from './ledger.tsx'
import { PartyCarriers } from './party-carriers.tsx'
import { VerifyFact } from './verify-fact.tsx'

/** What is known of a party: facts with lineage, what it was recognised as, what it is barred from. */
export function PartyPage() {
  const { t } = useTranslation('office')
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(viewPartyOptions({ path: { id } }))
  return (
    <Page
      title={query.data?.party.name ?? t('parties.title')}
      trail={[[t('parties.title'), '/office/parties']]}
      about={<p className="mono">{query.data?.party.creditCode}</p>}
    >
      <Await query={query}>{(detail) => <Party detail={detail} />}</Await>
    </Page>
  )
}

function Party({ detail }: { detail: PartyDetail }) {
  const { t } = useTranslation('office')
  const say = useSay()
  const mayVerify = usePerson()?.rights.includes('party.verify-facts') ?? false
  return (
    <>
      {detail.bars.length > 0 && (
        <Block heading={t('party.bars')}>
          {detail.bars.map((bar) => (
            <p key={`${bar.from}${bar.cite}`} className="note">
              <b className="num">{t('party.barred', { from: bar.from, until: bar.until })}</b>{' '}
              {say(bar.measure)} {bar.cite} · {bar.reason}
            </p>
          ))}
        </Block>
      )}
      <Block heading={t('party.recognitions')}>
        {detail.recognitions.length === 0 && <Empty says={t('party.recognitions.none')} />}
        <ul className="lines">
          {detail.recognitions.map((one) => (
            <li key={one.id}>
              <Link to="/verify/$number" params={{ number: one.number }}>
                {say(one.title)} {one.number}
              </Link>
              <span className="small quiet num">
                {one.grantedOn}
                <Until end={one.validUntil} />
                {one.revokedOn &&
                  ` · ${t('party.revoked', { on: one.revokedOn })} ${one.revokedCite ?? ''}`}
              </span>
            </li>
          ))}
        </ul>
      </Block>
      <PartyCarriers detail={detail} />
      {detail.alterations.length > 0 && (
        <Block heading={t('party.alterations')}>
          <ul className="lines">
            {detail.alterations.map((one) => (
              <li key={`${one.on}${one.became}`}>
                <span>
                  {t(`party.alters.${one.alters}`)} {one.was || '—'} → <b>{one.became}</b>
                </span>
                <span className="small quiet num">
                  {one.on} · {one.cite} · {one.reason}
                </span>
              </li>
            ))}
          </ul>
        </Block>
      )}
      <Ledger detail={detail} />
      <Block heading={t('case.facts')}>
        {detail.facts.length === 0 && <Empty says={t('case.facts.none')} />}
        <div className="office-figures">
          {detail.facts.map((fact) => (
            <div key={fact.name}>
              <Figure fact={fact} />
              {mayVerify && !fact.locked && fact.value !== null && (
                <VerifyFact party={detail.party.id} fact={fact} />
              )}
              <FactHistory party={detail.party.id} name={fact.name} />
            </div>
          ))}
        </div>
      </Block>
    </>
  )
}

function Until({ end }: { end: string | null }) {
  const { t } = useTranslation('office')
  const today = useToday() ?? ''
  return end && <> · {t(today > end ? 'party.ended' : 'party.until', { day: end })}</>
}
