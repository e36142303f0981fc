import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { viewCallOptions } from '../../api/generated/@tanstack/react-query.gen.ts'
import type { CallView } from '../../api/generated/types.gen.ts'
import { useProgram } from '../../api/measure.ts'
import { usePerson } from '../../api/session.ts'
import { Await } from '../../parts/await.tsx'
import { ArticleMark } from '../../parts/margin/article-mark.tsx'
import { Grounds } from '../../parts/margin/margin.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { useLength } from '../../parts/program/limits.ts'
import { CallRankings } from '../../parts/ranking/call-rankings.tsx'
import { useSay } from '../../words/say.ts'
import { CallState } from './call-list.tsx'
import './public.css'

const here = getRouteApi('/calls/$id')

export function CallPage() {
  const { t } = useTranslation('public')
  const { id } = here.useParams()
  const query = useQuery(viewCallOptions({ path: { id } }))
  if (query.data) return <Call call={query.data} />
  return (
    <Page title={t('calls.title')} trail={[[t('calls.title'), '/calls']]}>
      <Block>
        <Await query={query}>{() => null}</Await>
      </Block>
    </Page>
  )
}

function Call({ call }: { call: CallView }) {
  const { t } = useTranslation('public')
  const say = useSay()
  const rights = usePerson()?.rights ?? []
  return (
    <Grounds pack={call.pack} version={call.version}>
      <Page
        title={say(call.title)}
        trail={[[t('calls.title'), '/calls']]}
        about={<CallState call={call} />}
      >
        <Block heading={t('call.about')}>
          <CallFacts call={call} />
        </Block>
        <Block heading={t('call.services')}>
          <CallServices call={call} />
        </Block>
        {rights.includes('meeting.read') && <CallRankings call={call.id} />}
      </Page>
    </Grounds>
  )
}

function CallFacts({ call }: { call: CallView }) {
  const { t } = useTranslation('public')
  const { t: common } = useTranslation()
  const say = useSay()
  const issued = [
    say(call.issuedBy),
    call.onBehalfOf && t('call.behalf', { office: say(call.onBehalfOf) }),
    call.mandate && common('acts.mandate', { number: call.mandate }),
  ]
  return (
    <dl className="about-list">
      <dt>{t('call.pinned')}</dt>
      <dd>
        <Link to="/measures/$pack" params={{ pack: call.pack }}>
          {say(call.measure)}
        </Link>{' '}
        <span className="quiet small">
          {common('version')} {call.version}
        </span>
      </dd>
      <dt>{t('call.number')}</dt>
      <dd>{call.number}</dd>
      <dt>{t('call.window')}</dt>
      <dd className="num">
        {call.opensOn} — {call.closesOn}
      </dd>
      <dt>{t('call.issued')}</dt>
      <dd>{issued.filter(Boolean).join(' · ')}</dd>
      <dt>{t('notice.window')}</dt>
      <dd>
        {t('call.notice-days', { count: call.publicNoticeDays })}
        {call.cases !== null && (
          <span className="quiet"> · {t('call.cases', { count: call.cases })}</span>
        )}
      </dd>
      <OwnLimits call={call} />
    </dl>
  )
}

/** Limits this call sets in place of assumed ones, each with its reason. */
function OwnLimits({ call }: { call: CallView }) {
  const { t } = useTranslation('public')
  const say = useSay()
  const length = useLength()
  const program = useProgram(call.pack, call.version)
  const steps = call.services.flatMap(({ name }) => program?.services[name]?.route ?? [])
  const set = Object.entries(call.limits).flatMap(([act, own]) => {
    const step = steps.find((one) => one.act === act)
    const limit = step?.within ?? step?.window
    return step && limit ? [{ step, own, limit: { ...limit, length: own.length } }] : []
  })
  if (set.length === 0) return null
  return (
    <>
      <dt>{t('call.limits')}</dt>
      {set.map(({ step, own, limit }) => (
        <dd key={step.act}>
          {say(step.title)} <b className="num">{length(limit)}</b>{' '}
          <span className="quiet small">{own.because}</span>
        </dd>
      ))}
    </>
  )
}

function CallServices({ call }: { call: CallView }) {
  const { t } = useTranslation('public')
  const say = useSay()
  const program = useProgram(call.pack, call.version)
  return (
    <ul className="services">
      {call.services.map(({ name, title }) => (
        <li key={name} className="service-row service-acts">
          <span>{say(title)}</span>
          {program?.services[name] && <ArticleMark cite={program.services[name].cite} />}
          <span className="acts-row">
            <Link
              to="/measures/$pack/check/$service"
              params={{ pack: call.pack, service: name }}
              className="btn"
            >
              {t('measure.check')}
            </Link>
            {call.state === 'open' && <Start call={call} service={name} />}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Start({ call, service }: { call: CallView; service: string }) {
  const { t } = useTranslation('public')
  const signedIn = usePerson() !== null
  const look = 'btn btn-main'
  if (!signedIn) {
    const back = `/apply/start/${call.id}?service=${service}`
    return (
      <Link to="/sign-in" search={{ back }} className={look}>
        {t('call.start.sign-in')}
      </Link>
    )
  }
  return (
    <Link to="/apply/start/$call" params={{ call: call.id }} search={{ service }} className={look}>
      {t('call.start')}
    </Link>
  )
}
