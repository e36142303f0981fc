import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { viewObjectionOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import type { HandledObjection } from '../../../api/generated/types.gen.ts'
import { Await, Skeleton } from '../../../parts/await.tsx'
import { Papers, Standing, Words } from '../../../parts/objections/course.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { useSay } from '../../../words/say.ts'
import { AnswerObjection, AskObjector } from './objection-acts.tsx'

/** One objection: its clock, who made it, what was written, what may be done now. */
export function ObjectionPage() {
  const params = useParams({ from: '/office/cases/$id/objections/$objection' })
  const { ready } = useTranslation('objections')
  const query = useQuery(viewObjectionOptions({ path: params }))
  if (!ready) return <Skeleton lines={8} />
  return <Await query={query}>{(of) => <Handled of={of} />}</Await>
}

function Handled({ of }: { of: HandledObjection }) {
  const { t } = useTranslation('objections')
  const say = useSay()
  const files = `/api/cases/${of.case.id}/objections/${of.id}/files`
  return (
    <Page
      title={of.number ?? t('list.title')}
      trail={[[t('list.title'), '/office/objections']]}
      about={<About of={of} />}
    >
      <Block
        heading={t(of.answered ? 'answer.title' : 'clock.title')}
        aside={of.clock && <p className="small">{of.clock.cite}</p>}
      >
        <Standing of={of} />
        {of.letters.map((letter) => (
          <p key={letter.id}>
            <a href={`${files}/${letter.id}`}>
              {say(letter.title)} {letter.number}
            </a>
          </p>
        ))}
      </Block>
      <Block heading={t('of.grounds')}>
        <p className="objection-grounds">{of.grounds}</p>
      </Block>
      <Block heading={t('papers.title')}>
        <Papers papers={of.papers} open={({ id, name }) => <a href={`${files}/${id}`}>{name}</a>} />
      </Block>
      <Block heading={t('words.title')}>
        <Words words={of.words} own={false} />
        {of.may.includes('ask') && <AskObjector of={of} />}
      </Block>
      {of.may.includes('answer') && (
        <Block heading={t('answer.title')}>
          <AnswerObjection of={of} />
        </Block>
      )}
    </Page>
  )
}

function About({ of }: { of: HandledObjection }) {
  const { t } = useTranslation('objections')
  return (
    <dl className="objection-about">
      <dt>{t('of.case')}</dt>
      <dd>
        <Link to="/office/cases/$id" params={{ id: of.case.id }}>
          {of.party} {of.case.number}
        </Link>
      </dd>
      <dt>{t('of.notice')}</dt>
      <dd>
        <Link to="/notices/$id" params={{ id: of.notice.id }}>
          {of.notice.number}
        </Link>
      </dd>
      <dt>{t('of.who')}</dt>
      <dd>
        {of.name} <span className="num">{of.contact}</span>
      </dd>
      <dt>{t('of.made')}</dt>
      <dd className="num">{of.on}</dd>
      {of.others.length > 0 && (
        <>
          <dt>{t('of.others')}</dt>
          <dd>
            {of.others.map((other) => (
              <Link
                key={other.id}
                to="/office/cases/$id/objections/$objection"
                params={{ id: of.case.id, objection: other.id }}
              >
                {other.number ?? other.id}{' '}
              </Link>
            ))}
          </dd>
        </>
      )}
    </dl>
  )
}
