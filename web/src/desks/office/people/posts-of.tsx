import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewOfficesOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { endPost, grantPost } from '../../../api/generated/sdk.gen.ts'
import type { PersonLine } from '../../../api/generated/types.gen.ts'
import { useToday } from '../../../api/session.ts'
import { LabelledChoice, LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { usePeopleAnew } from './use-people-anew.ts'

const DUTIES = ['handle', 'decide', 'review', 'audit', 'administer', 'grant'] as const
type Post = PersonLine['posts'][number]

/** The posts somebody has, had and will have; the security administrator grants and ends them. */
export function PostsOf({ person, grants }: { person: PersonLine; grants: boolean }) {
  const { t } = useTranslation('people')
  return (
    <>
      {person.posts.length === 0 && <p className="quiet">{t('people.no-post')}</p>}
      <ul className="lines">
        {person.posts.map((post) => (
          <OnePost key={post.id} post={post} grants={grants} />
        ))}
      </ul>
      {grants && !person.closedOn && <Granting person={person} />}
    </>
  )
}

function OnePost({ post, grants }: { post: Post; grants: boolean }) {
  const { t } = useTranslation('people')
  const say = useSay()
  const today = useToday()
  const isOver = post.until !== null && post.until < today
  return (
    <li>
      <span>
        <b>{say(post.title)}</b> {say(post.officeName)}{' '}
        <span className="small quiet">
          {post.duties.map((duty) => t(`duty.${duty}`)).join(' · ')}
        </span>
      </span>
      <span className="small quiet num">
        {post.until
          ? t('people.days', { from: post.from, until: post.until })
          : t('people.since', { from: post.from })}
      </span>
      {grants && !isOver && <Ending post={post} />}
    </li>
  )
}

function Ending({ post }: { post: Post }) {
  const { t } = useTranslation('people')
  const anew = usePeopleAnew()
  const [given, setGiven] = useState({ from: useToday(), reason: '' })
  const ending = useMutation({
    mutationFn: () => endPost({ path: { id: post.id }, body: given, throwOnError: true }),
    onSuccess: anew,
  })
  return (
    <details className="act-fold fold-form">
      <summary>
        <span>{t('people.end')}</span>
      </summary>
      <form
        className="act-form form-pairs"
        onSubmit={(event) => {
          event.preventDefault()
          ending.mutate()
        }}
      >
        <LabelledInput
          label={t('people.end.from')}
          type="date"
          value={given.from}
          onChange={(from) => setGiven({ ...given, from })}
        />
        <LabelledInput
          label={t('people.reason')}
          value={given.reason}
          onChange={(reason) => setGiven({ ...given, reason })}
        />
        <Button type="submit">{t('people.end')}</Button>
        {ending.isError && <RefusalNote error={ending.error} />}
      </form>
    </details>
  )
}

function Granting({ person }: { person: PersonLine }) {
  const { t } = useTranslation('people')
  const say = useSay()
  const anew = usePeopleAnew()
  const offices = (useQuery(viewOfficesOptions()).data?.offices ?? []).filter(
    ({ closedOn }) => closedOn === null,
  )
  const empty = { office: '', zh: '', en: '', duty: 'handle', from: useToday(), until: '' }
  const [given, setGiven] = useState(empty)
  const granting = useMutation({
    mutationFn: () => grantPost({ body: postOf(person, given), throwOnError: true }),
    onSuccess: () => {
      setGiven(empty)
      return anew()
    },
  })
  const field = (name: keyof typeof given) => ({
    value: given[name],
    onChange: (value: string) => setGiven({ ...given, [name]: value }),
  })
  return (
    <details className="act-fold fold-form">
      <summary>
        <span>{t('people.grant')}</span>
      </summary>
      <form
        className="act-form form-pairs"
        onSubmit={(event) => {
          event.preventDefault()
          granting.mutate()
        }}
      >
        <LabelledChoice
          label={t('people.office')}
          {...field('office')}
          options={[['', '—'], ...offices.map(({ id, name }) => [id, say(name)] as const)]}
        />
        <LabelledInput label={t('people.title.zh')} {...field('zh')} />
        <LabelledInput label={t('people.title.en')} {...field('en')} />
        <LabelledChoice
          label={t('people.duties')}
          {...field('duty')}
          options={DUTIES.map((duty) => [duty, t(`duty.${duty}`)] as const)}
        />
        <LabelledInput label={t('people.from')} type="date" {...field('from')} />
        <LabelledInput label={t('people.until')} type="date" optional {...field('until')} />
        <Button type="submit" look="main" disabled={given.office === '' || granting.isPending}>
          {t('people.grant')}
        </Button>
        {granting.isError && <RefusalNote error={granting.error} />}
      </form>
    </details>
  )
}

type Given = { office: string; zh: string; en: string; duty: string; from: string; until: string }

function postOf(person: PersonLine, { office, zh, en, duty, from, until }: Given) {
  const duties = DUTIES.filter((one) => one === duty)
  return {
    person: person.id,
    office,
    title: { zh, en },
    duties,
    from,
    until: until === '' ? null : until,
  }
}
