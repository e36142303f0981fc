import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewMeetingOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { closeMeeting, noteAttendance } from '../../../api/generated/sdk.gen.ts'
import type { MeetingView } from '../../../api/generated/types.gen.ts'
import { usePerson } from '../../../api/session.ts'
import { Await, Skeleton } from '../../../parts/await.tsx'
import { LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { SealButton } from '../acts/seal-button.tsx'
import { AgendaItem } from './agenda-item.tsx'
import './meeting.css'
import { RankingItem } from './ranking-item.tsx'
import { TakeUpRanking } from './take-up-ranking.tsx'
import { useInMeeting } from './use-meeting.ts'

/** How often a screen in the room asks for votes given on phones, in milliseconds. */
const ASK_AGAIN = 3000

/** One meeting: who is present, the items with their votes, the end with its minutes. */
export function MeetingPage() {
  const { id } = useParams({ from: '/office/meetings/$id' })
  const { t, ready } = useTranslation('meetings')
  const query = useQuery({ ...viewMeetingOptions({ path: { id } }), refetchInterval: ASK_AGAIN })
  if (!ready) return <Skeleton lines={8} />
  return (
    <Await query={query}>
      {(meeting) => <Meeting meeting={meeting} label={t('page.title')} />}
    </Await>
  )
}

function Meeting({ meeting, label }: { meeting: MeetingView; label: string }) {
  const { t } = useTranslation('meetings')
  const own = usePerson()?.id
  const { number, heldOn: day, at, place, quorum, chair, secretary, closed } = meeting
  const leads = !closed && [chair.person, secretary.person].some((one) => one === own)
  return (
    <Page
      title={meeting.title}
      trail={[[label, '/office/meetings']]}
      about={
        <>
          <p className="num">{t('head.where', { number, day, at, place })}</p>
          <p>{t('head.who', { chair: chair.name, secretary: secretary.name, quorum })}</p>
        </>
      }
    >
      <Attendance meeting={meeting} leads={leads} />
      {meeting.rankings.map((ranked) => (
        <Block key={`${ranked.call} ${ranked.ranking}`} heading={t('rank.title')}>
          <RankingItem meeting={meeting.id} item={ranked} leads={leads} />
        </Block>
      ))}
      {meeting.items.map((item, index) => (
        <Block key={item.caseId} heading={t('item.title', { place: index + 1 })}>
          <AgendaItem meeting={meeting} item={item} leads={leads} own={own ?? ''} />
        </Block>
      ))}
      {leads && <TakeUpRanking meeting={meeting} />}
      {leads && meeting.items.every((item) => item.closed) && <End id={meeting.id} />}
      {closed && (
        <p className="railed">
          <span />
          <a href={`/api/meetings/${meeting.id}/minutes`}>
            {t('end.minutes', { number: closed.minutes })}
          </a>
        </p>
      )}
    </Page>
  )
}

function Attendance({ meeting, leads }: { meeting: MeetingView; leads: boolean }) {
  const { t } = useTranslation('meetings')
  const { id, members, present, quorum } = meeting
  const noting = useInMeeting(id, (now: string[]) =>
    noteAttendance({ path: { id }, body: { present: now }, throwOnError: true }),
  )
  // What was just noted shows at once; the next tick builds on it.
  const shown = noting.isPending ? (noting.variables ?? present) : present
  const turned = (person: string) =>
    shown.includes(person) ? shown.filter((one) => one !== person) : [...shown, person]
  return (
    <Block heading={t('attend.title', { present: present.length, members: members.length })}>
      <ul className="meeting-people">
        {members.map(({ person, name }) => (
          <li key={person}>
            <label>
              <input
                type="checkbox"
                checked={shown.includes(person)}
                disabled={!leads}
                onChange={() => noting.mutate(turned(person))}
              />
              {name}
            </label>
          </li>
        ))}
      </ul>
      {present.length < quorum && <p className="small quiet">{t('attend.missing')}</p>}
      {noting.isError && <RefusalNote error={noting.error} />}
    </Block>
  )
}

function End({ id }: { id: string }) {
  const { t } = useTranslation('meetings')
  const [settled, setSettled] = useState('')
  const ending = useInMeeting(id, () =>
    closeMeeting({ path: { id }, body: { settled }, throwOnError: true }),
  )
  return (
    <Block heading={t('end.title')}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault()
          ending.mutate(undefined)
        }}
      >
        <LabelledInput label={t('end.settled')} value={settled} onChange={setSettled} />
        {ending.isError && <RefusalNote error={ending.error} />}
        <p className="acts-row">
          <SealButton act={t('end.do')} disabled={!settled.trim() || ending.isPending} />
        </p>
      </form>
    </Block>
  )
}
