import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CallView } from '../../api/generated/types.gen.ts'
import { Empty } from '../../parts/await.tsx'
import { useSay } from '../../words/say.ts'
import './public.css'

export function CallList({ calls }: { calls: readonly CallView[] }) {
  const { t } = useTranslation('public')
  if (calls.length === 0) return <Empty says={t('calls.none')} />
  return (
    <ul className="list">
      {calls.map((call) => (
        <CallItem key={call.id} call={call} />
      ))}
    </ul>
  )
}

function CallItem({ call }: { call: CallView }) {
  const say = useSay()
  return (
    <li className="item">
      <Link to="/calls/$id" params={{ id: call.id }} className="item-title song">
        {say(call.title)}
      </Link>
      <p className="facts-line small quiet">
        <CallState call={call} />
        <span className="num">
          {call.opensOn} — {call.closesOn}
        </span>
        <span>{call.number}</span>
        <span>{say(call.issuedBy)}</span>
      </p>
    </li>
  )
}

/** Open or not in a word and a shape, and the days that remain. */
export function CallState({ call }: { call: CallView }) {
  const { t } = useTranslation('public')
  const left =
    call.daysLeft === 0 ? t('call.last-day') : t('call.days-left', { count: call.daysLeft ?? 0 })
  return (
    <span className={`tag tag-${call.state === 'open' ? 'open' : 'quiet'}`}>
      {t(`call.state.${call.state}`)}
      {call.state === 'open' && call.daysLeft !== null && <span className="num"> · {left}</span>}
    </span>
  )
}
