import { useMutation, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listPeopleOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { addPerson, closePerson, resetPerson } from '../../../api/generated/sdk.gen.ts'
import type { PersonLine } from '../../../api/generated/types.gen.ts'
import { usePerson, useToday } from '../../../api/session.ts'
import { Await, Empty } from '../../../parts/await.tsx'
import { LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { ShownLink } from '../../../parts/form/shown-link.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { Fold } from './fold.tsx'
import { PostsOf } from './posts-of.tsx'
import './people.css'
import { usePeopleAnew } from './use-people-anew.ts'

/** People with their posts; which buttons there are follows from which administrator looks. */
export function PeoplePage() {
  const { t } = useTranslation('people')
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const query = useQuery(listPeopleOptions({ query: { text: asked } }))
  const rights = usePerson()?.rights ?? []
  const manages = rights.includes('person.manage')
  return (
    <Page title={t('people.title')} about={<p>{t('people.about')}</p>}>
      <Block>
        {manages && <AddPerson />}
        <input
          className="field people-search"
          type="search"
          aria-label={t('people.search')}
          placeholder={t('people.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Await query={query} lines={12}>
          {(people) =>
            people.length === 0 ? (
              <Empty says={t('people.none')} />
            ) : (
              <ul className="act-folds">
                {people.map((person) => (
                  <li key={person.id}>
                    <OnePerson
                      person={person}
                      manages={manages}
                      grants={rights.includes('post.grant')}
                    />
                  </li>
                ))}
              </ul>
            )
          }
        </Await>
      </Block>
    </Page>
  )
}

function AddPerson() {
  const { t } = useTranslation('people')
  const anew = usePeopleAnew()
  const [given, setGiven] = useState({ login: '', name: '' })
  const adding = useMutation({
    mutationFn: () => addPerson({ body: given, throwOnError: true }),
    onSuccess: () => {
      setGiven({ login: '', name: '' })
      return anew()
    },
  })
  return (
    <Fold says={t('people.add')}>
      <form
        className="form-pairs"
        onSubmit={(event) => {
          event.preventDefault()
          adding.mutate()
        }}
      >
        <LabelledInput
          label={t('people.login')}
          value={given.login}
          onChange={(login) => setGiven({ ...given, login })}
        />
        <LabelledInput
          label={t('people.name')}
          value={given.name}
          onChange={(name) => setGiven({ ...given, name })}
        />
        <p>
          <Button type="submit" disabled={adding.isPending}>
            {t('people.add')}
          </Button>
        </p>
        {adding.data && <ShownLink path={adding.data.data.path} />}
        {adding.isError && <RefusalNote error={adding.error} />}
      </form>
    </Fold>
  )
}

type OneProps = { person: PersonLine; manages: boolean; grants: boolean }

function OnePerson({ person, manages, grants }: OneProps) {
  const { t } = useTranslation('people')
  return (
    <details className="act-fold">
      <summary>
        <span>
          <b>{person.name}</b> <span className="small quiet mono">{person.login}</span>
        </span>
        <span className="small quiet">
          {person.closedOn ? (
            t('people.closed', { day: person.closedOn })
          ) : (
            <PostsInShort person={person} />
          )}
        </span>
      </summary>
      <div className="act-form">
        <PostsOf person={person} grants={grants} />
        {manages && <Managing person={person} />}
      </div>
    </details>
  )
}

/** The posts of today in a line; past and coming ones show when unfolded. */
function PostsInShort({ person }: { person: PersonLine }) {
  const { t } = useTranslation('people')
  const say = useSay()
  const today = useToday()
  const held = person.posts.filter(
    ({ from, until }) => from <= today && (until === null || until >= today),
  )
  if (held.length === 0) return t('people.no-post')
  return held.map(({ title, officeName }) => `${say(officeName)} · ${say(title)}`).join('；')
}

function Managing({ person: { id, closedOn } }: { person: PersonLine }) {
  const { t } = useTranslation('people')
  const anew = usePeopleAnew()
  const [reason, setReason] = useState('')
  const resetting = useMutation({
    mutationFn: () => resetPerson({ path: { id }, throwOnError: true }),
  })
  const open = closedOn !== null
  const closing = useMutation({
    mutationFn: () => closePerson({ path: { id }, body: { reason, open }, throwOnError: true }),
    onSuccess: anew,
  })
  const problem = resetting.error ?? closing.error
  return (
    <form
      className="form-stack managing"
      onSubmit={(event) => {
        event.preventDefault()
        closing.mutate()
      }}
    >
      <LabelledInput label={t('people.reason')} value={reason} onChange={setReason} />
      <p className="acts-row">
        <Button type="submit">{t(open ? 'people.open' : 'people.close')}</Button>
        <Button onClick={() => resetting.mutate()}>{t('people.reset')}</Button>
      </p>
      <p className="small quiet">{t('people.reset.about')}</p>
      {resetting.data && <ShownLink path={resetting.data.data.path} />}
      {problem && <RefusalNote error={problem} />}
    </form>
  )
}
