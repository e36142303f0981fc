import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewPartyQueryKey } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { correctPayment, enterPayment, keepLedger } from '../../../api/generated/sdk.gen.ts'
import type { PartyDetail, PaymentView } from '../../../api/generated/types.gen.ts'
import { usePerson, useToday } from '../../../api/session.ts'
import { Empty } from '../../../parts/await.tsx'
import { Block } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { Field } from './fields.tsx'

/** 奖补台账: what was paid to the party, entered and struck by whom; caps and 补差 count it. */
export function Ledger({ detail }: { detail: PartyDetail }) {
  const { t } = useTranslation('ledger')
  const rights = usePerson()?.rights ?? []
  const mayEnter = rights.includes('payment.enter')
  const { ledger, payments, party } = detail
  return (
    <Block heading={t('heading')}>
      <p className="small quiet">
        {ledger ? t('kept', { on: ledger.saidOn, by: ledger.saidBy }) : t('not-kept')}
      </p>
      {payments.length === 0 && <Empty says={t('none')} />}
      {payments.length > 0 && <Entries payments={payments} party={party.id} mayEnter={mayEnter} />}
      {mayEnter && <EnterPayment detail={detail} />}
      {!ledger && rights.includes('ledger.keep') && <KeepLedger party={party.id} />}
    </Block>
  )
}

type EntriesProps = {
  readonly payments: readonly PaymentView[]
  readonly party: string
  readonly mayEnter: boolean
}

function Entries({ payments, party, mayEnter }: EntriesProps) {
  const { t } = useTranslation('ledger')
  const say = useSay()
  return (
    <div className="table-hold">
      <table className="table">
        <thead>
          <tr>
            <th>{t('paid-on')}</th>
            <th>{t('service')}</th>
            <th className="right">{t('yuan')}</th>
            <th>{t('reason')}</th>
            <th>{t('entered')}</th>
          </tr>
        </thead>
        <tbody>
          {payments.map((one) => (
            <tr key={one.id} className={one.struck || one.corrects ? 'quiet' : ''}>
              <td className="num">{one.paidOn}</td>
              <td>{say(one.title)}</td>
              <td className="num right">{one.struck ? <s>{one.yuan}</s> : one.yuan}</td>
              <td>
                {one.corrects && `${t('counter')} `}
                {one.reason}
                {mayEnter && !one.struck && !one.corrects && (
                  <StrikePayment party={party} payment={one.id} />
                )}
              </td>
              <td className="small num">
                {one.enteredOn} {one.enteredBy}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function EnterPayment({ detail }: { detail: PartyDetail }) {
  const { t } = useTranslation('ledger')
  const today = useToday() ?? ''
  const { paying, party } = detail
  const [first] = paying
  const [about, setAbout] = useState(first ? `${first.pack}/${first.service}` : '')
  const [yuan, setYuan] = useState('')
  const [paidOn, setPaidOn] = useState(today)
  const [reason, setReason] = useState('')
  const entering = useLedgerChange(party.id, async () => {
    const [pack = '', service = ''] = about.split('/')
    const body = { pack, service, yuan, paidOn, reason }
    return (await enterPayment({ path: { id: party.id }, body, throwOnError: true })).data
  })
  if (!first) return null
  return (
    <details className="no-print">
      <summary className="small">{t('enter')}</summary>
      <form
        className="act-form"
        onSubmit={(event) => {
          event.preventDefault()
          entering.mutate()
        }}
      >
        <ServiceField paying={paying} value={about} onChange={setAbout} />
        <Field label={t('yuan')} value={yuan} least={1} onChange={setYuan} />
        <Field label={t('paid-on')} type="date" value={paidOn} onChange={setPaidOn} />
        <Field label={t('reason')} value={reason} least={2} onChange={setReason} />
        {entering.isError && <RefusalNote error={entering.error} />}
        <p className="acts-row">
          <Button type="submit" look="main" disabled={entering.isPending}>
            {t('enter.do')}
          </Button>
        </p>
      </form>
    </details>
  )
}

type ServiceProps = {
  readonly paying: PartyDetail['paying']
  readonly value: string
  readonly onChange: (value: string) => void
}

function ServiceField({ paying, value, onChange }: ServiceProps) {
  const { t } = useTranslation('ledger')
  const say = useSay()
  const id = useId()
  return (
    <div className="field-row">
      <label htmlFor={id}>{t('service')}</label>
      <select
        id={id}
        className="field"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {paying.map((one) => (
          <option key={one.pack + one.service} value={`${one.pack}/${one.service}`}>
            {say(one.title)}
          </option>
        ))}
      </select>
    </div>
  )
}

type Reasoned = {
  readonly label: string
  readonly does: string
  readonly about?: string
  readonly act: (reason: string) => Promise<PartyDetail | null>
  readonly party: string
}

/** An act that takes a reason and nothing else. */
function WithReason({ label, does, about, act, party }: Reasoned) {
  const { t } = useTranslation('ledger')
  const [reason, setReason] = useState('')
  const acting = useLedgerChange(party, () => act(reason))
  return (
    <details className="no-print">
      <summary className="small">{label}</summary>
      <form
        className="act-form"
        onSubmit={(event) => {
          event.preventDefault()
          acting.mutate()
        }}
      >
        {about && <p className="note">{about}</p>}
        <Field label={t('reason')} value={reason} least={2} onChange={setReason} />
        {acting.isError && <RefusalNote error={acting.error} />}
        <p className="acts-row">
          <Button type="submit" disabled={acting.isPending}>
            {does}
          </Button>
        </p>
      </form>
    </details>
  )
}

function StrikePayment({ party, payment }: { party: string; payment: string }) {
  const { t } = useTranslation('ledger')
  const act = async (reason: string) =>
    (await correctPayment({ path: { id: party, payment }, body: { reason }, throwOnError: true }))
      .data
  const said = { label: t('strike'), does: t('strike.do') }
  return <WithReason {...said} party={party} act={act} />
}

function KeepLedger({ party }: { party: string }) {
  const { t } = useTranslation('ledger')
  const act = async (reason: string) => {
    await keepLedger({ body: { reason }, throwOnError: true })
    return null
  }
  const said = { label: t('keep'), does: t('keep.do'), about: t('keep.about') }
  return <WithReason {...said} party={party} act={act} />
}

function useLedgerChange(party: string, act: () => Promise<PartyDetail | null>) {
  const queries = useQueryClient()
  const queryKey = viewPartyQueryKey({ path: { id: party } })
  return useMutation({
    mutationFn: act,
    onSuccess: (detail) =>
      detail
        ? void queries.setQueryData(queryKey, detail)
        : queries.invalidateQueries({ queryKey }),
  })
}
