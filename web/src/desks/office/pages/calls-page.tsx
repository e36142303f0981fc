import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listCallsOptions,
  listMeasuresOptions,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import { openCall } from '../../../api/generated/sdk.gen.ts'
import type { MeasureSummary } from '../../../api/generated/types.gen.ts'
import { useToday } from '../../../api/session.ts'
import { Await, Empty } from '../../../parts/await.tsx'
import { Grounds } from '../../../parts/margin/margin.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { useSay } from '../../../words/say.ts'
import { SealButton } from '../acts/seal-button.tsx'
import { Field, PairOfTitles } from './fields.tsx'

/** 申报通知: what is open and was; opening one pins it to the version in force. */
export function CallsPage() {
  const { t } = useTranslation('office')
  const measures = useQuery(listMeasuresOptions())
  const inForce = measures.data?.filter((one) => one.inForce !== null) ?? []
  return (
    <Page title={t('calls.title')} about={<p>{t('calls.about')}</p>}>
      {inForce.map((measure) => (
        <Grounds key={measure.pack} pack={measure.pack} version={measure.version}>
          <NewCall measure={measure} />
        </Grounds>
      ))}
      <Block heading={t('calls.list')}>
        <CallList />
      </Block>
    </Page>
  )
}

function CallList() {
  const { t } = useTranslation('office')
  const say = useSay()
  return (
    <Await query={useQuery(listCallsOptions())}>
      {(calls) =>
        calls.length === 0 ? (
          <Empty says={t('calls.none')} />
        ) : (
          <ul className="lines">
            {calls.map((call) => (
              <li key={call.id}>
                <Link to="/calls/$id" params={{ id: call.id }}>
                  {say(call.title)}
                </Link>
                <span className="small quiet num">
                  {call.number} · {call.opensOn} — {call.closesOn} · {t(`calls.${call.state}`)}
                  {call.cases !== null && ` · ${t('calls.cases', { count: call.cases })}`}
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Await>
  )
}

function NewCall({ measure }: { measure: MeasureSummary }) {
  const { t } = useTranslation('office')
  const say = useSay()
  const today = useToday()
  const queries = useQueryClient()
  const [given, setGiven] = useState({ zh: '', en: '', opensOn: today, closesOn: '' })
  const opening = useMutation({
    mutationFn: () =>
      openCall({
        body: {
          pack: measure.pack,
          services: measure.services.map(({ name }) => name),
          title: { zh: given.zh, en: given.en },
          opensOn: given.opensOn,
          closesOn: given.closesOn,
        },
        throwOnError: true,
      }),
    onSuccess: () => {
      setGiven({ zh: '', en: '', opensOn: today, closesOn: '' })
      return queries.invalidateQueries()
    },
  })
  return (
    <Block heading={t('calls.new')} cites={measure.services.slice(0, 1).map(({ cite }) => cite)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          opening.mutate()
        }}
      >
        <p>
          {say(measure.title)} <span className="small quiet num">{measure.version}</span>
        </p>
        <PairOfTitles given={given} onChange={(titles) => setGiven({ ...given, ...titles })} />
        <Field
          label={t('calls.opens')}
          type="date"
          value={given.opensOn}
          onChange={(opensOn) => setGiven({ ...given, opensOn })}
        />
        <Field
          label={t('calls.closes')}
          type="date"
          value={given.closesOn}
          onChange={(closesOn) => setGiven({ ...given, closesOn })}
        />
        {opening.isError && <RefusalNote error={opening.error} />}
        {opening.isSuccess && <p role="status">{t('calls.done')}</p>}
        <p className="acts-row">
          <SealButton act={t('calls.do')} disabled={opening.isPending} />
        </p>
      </form>
    </Block>
  )
}
