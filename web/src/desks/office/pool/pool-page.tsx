import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  viewPoolOptions,
  viewPoolQueryKey,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import { enrolExpert } from '../../../api/generated/sdk.gen.ts'
import { Await, Empty } from '../../../parts/await.tsx'
import { LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { ShownLink } from '../../../parts/form/shown-link.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { Fold } from '../people/fold.tsx'
import '../people/people.css'
import { bodyOf, ExpertFields, NOTHING } from './expert-fields.tsx'
import { ExpertLine } from './expert-line.tsx'

/** 专家库: who is in it, how much each has open, what ties them to organisations. */
export function PoolPage() {
  const { t, ready } = useTranslation('pool')
  const [text, setText] = useState('')
  const query = useQuery(viewPoolOptions())
  if (!ready) return null
  return (
    <Page title={t('pool')} about={<p>{t('about')}</p>}>
      <Block>
        <Enrolling />
        <input
          className="field people-search"
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Await query={query} lines={12}>
          {(pool) => {
            const found = pool.filter(({ name, employerName, fields }) =>
              [name, employerName, ...fields].some((one) => one.includes(text.trim())),
            )
            return found.length === 0 ? (
              <Empty says={t(pool.length === 0 ? 'none' : 'none.found')} />
            ) : (
              <ul className="act-folds">
                {found.map((expert) => (
                  <li key={expert.person}>
                    <ExpertLine expert={expert} />
                  </li>
                ))}
              </ul>
            )
          }}
        </Await>
      </Block>
    </Page>
  )
}

function Enrolling() {
  const { t } = useTranslation('pool')
  const queries = useQueryClient()
  const [who, setWho] = useState({ login: '', name: '' })
  const [known, setKnown] = useState(NOTHING)
  // The picker holds what was typed: a new one begins with the next expert.
  const [turn, setTurn] = useState(0)
  const enrolling = useMutation({
    mutationFn: () => enrolExpert({ body: { ...who, ...bodyOf(known) }, throwOnError: true }),
    onSuccess: ({ data }) => {
      queries.setQueryData(viewPoolQueryKey(), data.pool)
      setWho({ login: '', name: '' })
      setKnown(NOTHING)
      setTurn(turn + 1)
    },
  })
  return (
    <Fold says={t('enrol')}>
      <form
        className="form-pairs"
        onSubmit={(event) => {
          event.preventDefault()
          enrolling.mutate()
        }}
      >
        <LabelledInput
          label={t('name')}
          value={who.name}
          onChange={(name) => setWho({ ...who, name })}
        />
        <LabelledInput
          label={t('login')}
          hint={t('login.hint')}
          value={who.login}
          onChange={(login) => setWho({ ...who, login })}
        />
        <ExpertFields key={turn} known={known} onChange={setKnown} />
        <p>
          <Button type="submit" look="main" disabled={enrolling.isPending}>
            {t('enrol')}
          </Button>
        </p>
        {enrolling.data?.data.link && <ShownLink path={enrolling.data.data.link.path} />}
        {enrolling.data && !enrolling.data.data.link && (
          <p role="status" className="small">
            {t('enrolled')}
          </p>
        )}
        {enrolling.isError && <RefusalNote error={enrolling.error} />}
      </form>
    </Fold>
  )
}
