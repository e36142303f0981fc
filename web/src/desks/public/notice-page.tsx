import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { viewNoticeOptions } from '../../api/generated/@tanstack/react-query.gen.ts'
import type { NoticeView } from '../../api/generated/types.gen.ts'
import { Await } from '../../parts/await.tsx'
import { Grounds } from '../../parts/margin/margin.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { Colon } from '../../parts/points.tsx'
import { useSay } from '../../words/say.ts'
import { ObjectionForm } from './objection-form.tsx'
import './public.css'

const here = getRouteApi('/notices/$id')

export function NoticePage() {
  const { t } = useTranslation('public')
  const { id } = here.useParams()
  const query = useQuery(viewNoticeOptions({ path: { id } }))
  if (query.data) return <Notice notice={query.data} />
  return (
    <Page title={t('notices.title')} trail={[[t('notices.title'), '/notices']]}>
      <Block>
        <Await query={query}>{() => null}</Await>
      </Block>
    </Page>
  )
}

function Notice({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation('public')
  const say = useSay()
  return (
    <Grounds pack={notice.pack.key} version={notice.pack.version}>
      <Page
        title={say(notice.title)}
        trail={[[t('notices.title'), '/notices']]}
        about={
          <p className="facts-line small">
            <span className={`tag tag-${notice.state === 'open' ? 'open' : 'quiet'}`}>
              {t(`notice.${notice.state}`)}
            </span>
            <span>{notice.number}</span>
            <span>{say(notice.measure)}</span>
          </p>
        }
      >
        <Block heading={t('notice.window')} cites={[notice.cite]} gist>
          <Window notice={notice} />
        </Block>
        <Block heading={t('notice.list')}>
          <FrozenList notice={notice} />
        </Block>
        <Block heading={t('object.title')}>
          {notice.state === 'open' ? (
            <ObjectionForm notice={notice} />
          ) : (
            <p className="quiet">{t('object.closed')}</p>
          )}
        </Block>
        <Block heading={t('object.after')}>
          <After />
        </Block>
      </Page>
    </Grounds>
  )
}

function Window({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation('public')
  const say = useSay()
  return (
    <dl className="about-list">
      <dt>{t('notice.window')}</dt>
      <dd className="num">
        {notice.from} — {notice.until} · {t('notice.days', { count: notice.workingDays })}
        <p className="small quiet">{say(notice.counted)}</p>
      </dd>
      <dt>{t('notice.contact')}</dt>
      <dd>{say(notice.contact)}</dd>
      <dt>{t('notice.hash')}</dt>
      <dd className="mono">{notice.hash}</dd>
    </dl>
  )
}

function FrozenList({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation('public')
  const say = useSay()
  return (
    <>
      <p className="small quiet">
        {t('notice.list.about')} {t('notice.objections', { count: notice.objections })}
      </p>
      <ul className="names">
        {notice.list.map((row) => (
          <li key={row.line}>
            <b>{row.party}</b>
            <span className="mono quiet">{row.creditCode}</span>
            <span className="small">
              {t('notice.as')}
              <Colon />
              {say(row.title)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function After() {
  const { t } = useTranslation('public')
  return (
    <ol className="after">
      <li>{t('object.after.1')}</li>
      <li>{t('object.after.2')}</li>
      <li>{t('object.after.3')}</li>
      <li>{t('object.after.4')}</li>
      <li>
        <Link to="/objections">{t('object.follow')}</Link>
      </li>
    </ol>
  )
}
