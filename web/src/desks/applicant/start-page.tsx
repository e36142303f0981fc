import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listCasesOptions, viewCallOptions } from '../../api/generated/@tanstack/react-query.gen.ts'
import { startCase } from '../../api/generated/sdk.gen.ts'
import type { CallView, CaseRow } from '../../api/generated/types.gen.ts'
import { usePerson } from '../../api/session.ts'
import { Await, Empty } from '../../parts/await.tsx'
import { OneOf } from '../../parts/form/choice-input.tsx'
import '../../parts/form/form.css'
import { Grounds } from '../../parts/margin/margin.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { RefusalNote } from '../../parts/refusal.tsx'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../words/say.ts'

const here = getRouteApi('/applicant/apply/start/$call')

/** Which service, as which organisation; then the form opens. */
export function StartPage() {
  const { t } = useTranslation('applicant')
  const say = useSay()
  const { call: id } = here.useParams()
  const query = useQuery(viewCallOptions({ path: { id } }))
  return (
    <Page
      title={t('start.title')}
      trail={[[t('mine.title'), '/apply']]}
      about={query.data && <p>{say(query.data.title)}</p>}
    >
      <Await query={query}>
        {(call) =>
          call.state === 'open' ? (
            <Grounds pack={call.pack} version={call.version}>
              <Start call={call} />
            </Grounds>
          ) : (
            <Block>
              <Empty says={t('start.not-open')} />
            </Block>
          )
        }
      </Await>
    </Page>
  )
}

function Start({ call }: { call: CallView }) {
  const { t } = useTranslation('applicant')
  const parties = usePerson()?.parties ?? []
  const { service: wished } = here.useSearch()
  const [service, setService] = useState(wished ?? call.services[0]?.name ?? '')
  const [partyId, setParty] = useState(parties[0]?.id ?? '')
  const start = useStart()
  const open = useOpenCase(service, partyId)
  return (
    <>
      <Block>
        <Choice
          legend={t('start.service')}
          options={call.services.map(({ name, title }) => ({ value: name, label: title }))}
          chosen={service}
          onChoose={setService}
        />
      </Block>
      <Block>
        <Choice
          legend={t('start.party')}
          options={parties.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={partyId}
          onChoose={setParty}
        />
        {open && (
          <p className="acts-row" role="status">
            {t('start.open-already')}
            <Link to="/apply/cases/$id" params={{ id: open.id }} className="btn btn-main">
              {t('start.go-on')}
            </Link>
          </p>
        )}
        <p className="acts-row">
          <Button
            look={open ? 'plain' : 'main'}
            hotkey="n"
            disabled={!service || !partyId || open !== undefined || start.isPending}
            onClick={() => start.mutate({ callId: call.id, service, partyId })}
          >
            {t('start.do')}
          </Button>
          <span className="small quiet">{t('start.about')}</span>
        </p>
        {start.isError && <RefusalNote error={start.error} />}
      </Block>
    </>
  )
}

const ENDED: readonly CaseRow['stage'][] = ['certified', 'refused', 'withdrawn', 'revoked']

/** An application of the same organisation for the same service that is still under way. */
function useOpenCase(service: string, partyId: string): CaseRow | undefined {
  const { data } = useQuery(listCasesOptions({ query: { limit: 100 } }))
  return data?.rows.find(
    (row) => row.service === service && row.partyId === partyId && !ENDED.includes(row.stage),
  )
}

function useStart() {
  const go = useNavigate()
  return useMutation({
    mutationFn: async (body: { callId: string; service: string; partyId: string }) =>
      (await startCase({ body, throwOnError: true })).data,
    onSuccess: (view) => go({ to: '/apply/cases/$id/form', params: { id: view.id } }),
  })
}

type ChoiceProps = Omit<Parameters<typeof OneOf>[0], 'name'> & { legend: string }

function Choice({ legend, ...options }: ChoiceProps) {
  return (
    <fieldset className="ask">
      <legend className="ask-title">{legend}</legend>
      <OneOf name={legend} {...options} />
    </fieldset>
  )
}
