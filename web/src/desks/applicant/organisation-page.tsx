import { addDays, type Day } from '@banfa/policy/run'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { viewPartyOptions } from '../../api/generated/@tanstack/react-query.gen.ts'
import type { PartyDetail } from '../../api/generated/types.gen.ts'
import { useToday } from '../../api/session.ts'
import { Await, Empty } from '../../parts/await.tsx'
import { Figure } from '../../parts/figure.tsx'
import { ArticleMark } from '../../parts/margin/article-mark.tsx'
import { GroundsTitled } from '../../parts/margin/titled.tsx'
import { Block, Page } from '../../parts/page.tsx'
import './applicant.css'
import { MembersBlock } from './members-block.tsx'

const here = getRouteApi('/applicant/apply/organisations/$id')

export function OrganisationPage() {
  const { t } = useTranslation('applicant')
  const { id } = here.useParams()
  const query = useQuery(viewPartyOptions({ path: { id } }))
  if (query.data) return <Organisation detail={query.data} />
  return (
    <Page title={t('party.title')} trail={[[t('mine.title'), '/apply']]}>
      <Block>
        <Await query={query}>{() => null}</Await>
      </Block>
    </Page>
  )
}

/** Facts with their lineage, recognitions held, and whatever bars it from applying. */
function Organisation({ detail: { party, facts, recognitions, bars } }: { detail: PartyDetail }) {
  const { t } = useTranslation('applicant')
  return (
    <Page
      title={party.name}
      trail={[[t('mine.title'), '/apply']]}
      about={
        <p className="facts-line small">
          {party.nameEn && <span lang="en">{party.nameEn}</span>}
          <span>{t(`party.kind.${party.kind}`)}</span>
          <span className="mono">{party.creditCode}</span>
        </p>
      }
    >
      {bars.length > 0 && <Bars bars={bars} />}
      <Block heading={t('ahead.title')}>
        <p className="small quiet">{t('ahead.about')}</p>
        <p className="acts-row">
          <Link
            to="/apply/organisations/$id/entitlements"
            params={{ id: party.id }}
            className="btn btn-main"
          >
            {t('ahead.look')}
          </Link>
        </p>
      </Block>
      <Block heading={t('party.facts')}>
        <p className="small quiet">{t('party.facts.about')}</p>
        {facts.length === 0 && <Empty says={t('party.facts.none')} />}
        <div className="figures">
          {facts.map((fact) => (
            <Figure key={fact.name} fact={fact} />
          ))}
        </div>
      </Block>
      <Block heading={t('party.recognitions')}>
        {recognitions.length === 0 && <Empty says={t('party.recognitions.none')} />}
        <Recognitions recognitions={recognitions} />
      </Block>
      <MembersBlock id={party.id} />
    </Page>
  )
}

function Bars({ bars }: { bars: PartyDetail['bars'] }) {
  const { t } = useTranslation('applicant')
  return (
    <Block heading={t('party.bars')}>
      {bars.map((bar) => (
        <GroundsTitled key={bar.from + bar.cite} measure={bar.measure}>
          <p className="bar">
            <b className="num">{t('party.bar', { from: bar.from, until: bar.until })}</b>{' '}
            <ArticleMark cite={bar.cite} />
            <span className="small">{bar.reason}</span>
          </p>
        </GroundsTitled>
      ))}
    </Block>
  )
}

function Recognitions({ recognitions }: { recognitions: PartyDetail['recognitions'] }) {
  const { t, i18n } = useTranslation('applicant')
  const language = i18n.language === 'en' ? 'en' : 'zh'
  return (
    <ul>
      {recognitions.map((one) => (
        <li key={one.id} className="case-line">
          <span className="case-what">
            <b>{one.title[language]}</b>
            <span className="small quiet num">
              <Link to="/verify/$number" params={{ number: one.number }}>
                {one.number}
              </Link>{' '}
              · {t('party.granted', { day: one.grantedOn })}
              <Until recognition={one} />
              {one.revokedOn && <> · {t('party.revoked', { day: one.revokedOn })}</>}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** So many days ahead the end of a standing is pointed out. */
const SOON = 90

function Until({ recognition }: { recognition: PartyDetail['recognitions'][number] }) {
  const { t } = useTranslation('applicant')
  const today = useToday() ?? ''
  const { validUntil: until, againFrom } = recognition
  if (!until || recognition.revokedOn || !today) return null
  if (today > until)
    return (
      <>
        {' '}
        · <b className="ends">{t('party.ended', { day: until })}</b> · {t('party.again')}
      </>
    )
  const soon = today >= addDays(until as Day, -SOON)
  const open = againFrom && today >= againFrom
  return (
    <>
      {' '}
      · {t('party.until', { day: until })}
      {soon && <b className="ends"> · {t('party.soon')}</b>}
      {againFrom && <> · {open ? t('party.again') : t('party.again.from', { day: againFrom })}</>}
    </>
  )
}
