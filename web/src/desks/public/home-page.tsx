import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import {
  listCallsOptions,
  listMeasuresOptions,
  listNoticesOptions,
} from '../../api/generated/@tanstack/react-query.gen.ts'
import { useZone } from '../../api/session.ts'
import { Await } from '../../parts/await.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { CallList } from './call-list.tsx'
import { OpenDrafts } from './drafts/open-drafts.tsx'
import { MeasureList } from './measure-list.tsx'
import { NoticeList } from './notice-list.tsx'
import './public.css'
import { VerifyBox } from './verify-box.tsx'

/** What is in force, what one can apply for, what is on notice, and the place to verify. */
export function HomePage() {
  const { t } = useTranslation('public')
  const demo = useZone().data?.demo ?? false
  return (
    <Page title={t('home.title')} about={<p className="lead">{t('home.about')}</p>}>
      <Block heading={t('home.measures')}>
        <Await query={useQuery(listMeasuresOptions())} lines={4}>
          {(measures) => (
            <MeasureList measures={measures.filter(({ inForce }) => inForce !== null)} />
          )}
        </Await>
      </Block>
      <Block heading={t('home.calls')}>
        <Await query={useQuery(listCallsOptions())} lines={2}>
          {(calls) => <CallList calls={calls.filter((call) => call.state !== 'closed')} />}
        </Await>
        <p className="more">
          <Link to="/calls">{t('home.more.calls')}</Link>
        </p>
      </Block>
      <Block heading={t('home.notices')}>
        <Await query={useQuery(listNoticesOptions())} lines={2}>
          {(notices) => <NoticeList notices={notices.slice(0, 3)} />}
        </Await>
        <p className="more">
          <Link to="/notices">{t('home.more.notices')}</Link>
        </p>
      </Block>
      <OpenDrafts />
      <Block heading={t('home.verify')}>
        <VerifyBox />
      </Block>
      {demo && <Try />}
    </Page>
  )
}

function Try() {
  const { t } = useTranslation('public')
  return (
    <Block heading={t('home.try')}>
      <p>{t('home.try.about')}</p>
      <p className="acts-row">
        <Link to="/sign-in" className="btn">
          {t('home.try.go')}
        </Link>
      </p>
    </Block>
  )
}
