import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Person, useSession } from '../../api/session.ts'
import { Skeleton } from '../../parts/await.tsx'
import { Block, Page } from '../../parts/page.tsx'
import '../../parts/form/form.css'
import { KeysList } from './keys-list.tsx'
import './office.css'

/** The office desk: its pages for officers and experts, the way to the sign-in for others. */
export function OfficeDesk() {
  const session = useSession()
  const { ready } = useTranslation('office')
  if (session.isPending || !ready) return <Skeleton lines={8} />
  const person = session.data?.person
  if (!person) return <SignedOut />
  return (
    <div className="desk">
      <Rooms person={person} />
      <Outlet />
      <KeysList />
    </div>
  )
}

/** The rooms of the desk; which are shown follows from the person's rights. */
const ROOMS = [
  ['/office', 'nav.queue', 'case.read'],
  ['/office/calls', 'nav.calls', 'call.open'],
  ['/office/meetings', 'nav.meetings', 'meeting.read'],
  ['/office/notices', 'nav.notices', 'case.publicise'],
  ['/office/objections', 'nav.objections', 'objection.list'],
  ['/office/drafts', 'nav.drafts', 'consultation.hold'],
  ['/office/measures', 'nav.measures', 'measure.source'],
  ['/office/clocks', 'nav.clocks', 'clock.read'],
  ['/office/parties', 'nav.parties', 'party.search'],
  ['/office/enter', 'nav.enter', 'party.enter'],
  ['/office/experts', 'nav.pool', 'expert.manage'],
  ['/office/letters', 'nav.letters', 'letter.word'],
  ['/office/entitlements', 'nav.entitlements', 'entitlement.list'],
  ['/office/record', 'nav.record', 'record.read'],
  ['/office/people', 'nav.people', 'person.list'],
  ['/office/offices', 'nav.offices', 'office.manage'],
  ['/office/outbox', 'nav.outbox', 'outbox.read'],
  ['/office/webhooks', 'nav.webhooks', 'webhook.manage'],
  ['/office/away', 'nav.away', 'substitution.arrange'],
  ['/office/powers', 'nav.powers', 'power.enter'],
] as const

function Rooms({ person }: { person: Person }) {
  const { t } = useTranslation('office')
  return (
    <nav className="rooms no-print" aria-label={t('nav.rooms')}>
      {ROOMS.filter(([, , right]) => person.rights.includes(right)).map(([to, word]) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/office', includeSearch: false }}>
          {t(word)}
        </Link>
      ))}
    </nav>
  )
}

function SignedOut() {
  const { t } = useTranslation('office')
  const { t: common } = useTranslation()
  return (
    <Page title={t('queue.title')}>
      <Block>
        <p>{t('desk.sign-in')}</p>
        <p className="acts-row">
          <Link to="/sign-in" search={{ back: window.location.pathname }} className="btn btn-main">
            {common('sign.in')}
          </Link>
        </p>
      </Block>
    </Page>
  )
}
