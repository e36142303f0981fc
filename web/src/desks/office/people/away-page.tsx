import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listSubstituteChoicesOptions,
  listSubstitutionsOptions,
  listSubstitutionsQueryKey,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import { arrangeSubstitute, endSubstitution } from '../../../api/generated/sdk.gen.ts'
import type { Substitution } from '../../../api/generated/types.gen.ts'
import { usePerson, useToday } from '../../../api/session.ts'
import { Await, Empty } from '../../../parts/await.tsx'
import { LabelledChoice, LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { Mandates } from './mandates.tsx'
import './people.css'

/** Who acts in whose place, and which written delegations there are. */
export function AwayPage() {
  const { t } = useTranslation('people')
  return (
    <Page title={t('away.title')} about={<p>{t('away.about')}</p>}>
      <Substitutes />
      <Arranging />
      <Mandates />
    </Page>
  )
}

function useSetSubstitutions() {
  const queries = useQueryClient()
  return ({ data }: { data: Substitution[] }) =>
    queries.setQueryData(listSubstitutionsQueryKey(), data)
}

function Substitutes() {
  const { t } = useTranslation('people')
  const say = useSay()
  const today = useToday()
  const query = useQuery(listSubstitutionsOptions())
  const ending = useMutation({
    mutationFn: (id: string) => endSubstitution({ path: { id }, throwOnError: true }),
    onSuccess: useSetSubstitutions(),
  })
  return (
    <Block heading={t('away.substitutes')}>
      <Await query={query}>
        {(substitutions) =>
          substitutions.length === 0 ? (
            <Empty says={t('away.substitutes.none')} />
          ) : (
            <ul className="lines">
              {substitutions.map((one) => (
                <li key={one.id}>
                  <span>
                    <b>
                      {t('away.line', {
                        substitute: one.substitute.name,
                        absent: one.absent.name,
                      })}
                    </b>{' '}
                    <span className="small quiet">
                      {say(one.office)} {say(one.title)} · {one.reason}
                    </span>
                  </span>
                  <span className="small quiet num">
                    {t('people.days', { from: one.from, until: one.until })}
                    {one.endedOn && ` · ${t('away.ended', { day: one.endedOn })}`}
                  </span>
                  {!one.endedOn && one.until >= today && (
                    <Button onClick={() => ending.mutate(one.id)}>{t('away.end')}</Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Await>
      {ending.isError && <RefusalNote error={ending.error} />}
    </Block>
  )
}

/** For the own posts: a colleague of the office, between two days. */
function Arranging() {
  const { t } = useTranslation('people')
  const say = useSay()
  const today = useToday()
  const person = usePerson()
  const choices = useQuery(listSubstituteChoicesOptions()).data ?? []
  // Only posts that handle or sign are filled by another; the three administrators' never.
  const posts = (person?.posts ?? []).filter(({ id }) => choices.some(({ post }) => post === id))
  const [given, setGiven] = useState({ post: '', substitute: '', from: '', until: '', reason: '' })
  const post = given.post || posts[0]?.id || ''
  const colleagues = choices.find((one) => one.post === post)?.colleagues ?? []
  const substitute = given.substitute || colleagues[0]?.person || ''
  const arranging = useMutation({
    mutationFn: () =>
      arrangeSubstitute({
        body: { ...given, post, substitute, from: given.from || today },
        throwOnError: true,
      }),
    onSuccess: useSetSubstitutions(),
  })
  const field = (name: keyof typeof given, value = given[name]) => ({
    value,
    onChange: (said: string) => setGiven({ ...given, [name]: said }),
  })
  if (posts.length === 0) return null
  return (
    <Block heading={t('away.add')}>
      {colleagues.length === 0 && <p className="quiet">{t('away.nobody')}</p>}
      <form
        className="form-pairs"
        onSubmit={(event) => {
          event.preventDefault()
          arranging.mutate()
        }}
      >
        <LabelledChoice
          label={t('away.post')}
          {...field('post', post)}
          options={posts.map(({ id, title }) => [id, say(title)] as const)}
        />
        <LabelledChoice
          label={t('away.substitute')}
          {...field('substitute', substitute)}
          options={colleagues.map((one) => [one.person, one.name] as const)}
        />
        <LabelledInput label={t('away.from')} type="date" {...field('from', given.from || today)} />
        <LabelledInput label={t('away.until')} type="date" {...field('until')} />
        <LabelledInput label={t('away.reason')} {...field('reason')} />
        <p className="acts-row">
          <Button type="submit" look="main" disabled={!substitute || arranging.isPending}>
            {t('away.do')}
          </Button>
        </p>
        {arranging.isError && <RefusalNote error={arranging.error} />}
      </form>
    </Block>
  )
}
