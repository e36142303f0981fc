import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listCallsOptions,
  listMeasuresOptions,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import type { MeasureSummary } from '../../../api/generated/types.gen.ts'
import { Await, Empty } from '../../../parts/await.tsx'
import { Grounds } from '../../../parts/margin/margin.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { useSay } from '../../../words/say.ts'
import { NewCall } from './new-call.tsx'

/** 申报通知: what is open and was; opening one pins it to the version in force. */
export function CallsPage() {
  const { t } = useTranslation('office')
  const measures = useQuery(listMeasuresOptions())
  const inForce = measures.data?.filter((one) => one.inForce !== null) ?? []
  return (
    <Page title={t('calls.title')} about={<p>{t('calls.about')}</p>}>
      {measures.data && inForce.length === 0 && (
        <Block heading={t('calls.new')}>
          <Empty says={t('calls.no-measure')} />
        </Block>
      )}
      {inForce.length > 0 && <CallOf measures={inForce} />}
      <Block heading={t('calls.list')}>
        <CallList />
      </Block>
    </Page>
  )
}

/** One form, for the measure chosen: several forms alike below each other get the wrong one filled. */
function CallOf({ measures }: { readonly measures: readonly MeasureSummary[] }) {
  const [pack, setPack] = useState(measures[0]?.pack)
  const measure = measures.find((one) => one.pack === pack) ?? measures[0]
  if (!measure) return null
  return (
    <Grounds key={measure.pack} pack={measure.pack} version={measure.version}>
      <NewCall measure={measure} measures={measures} onTurn={setPack} />
    </Grounds>
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
