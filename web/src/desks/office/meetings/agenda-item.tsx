import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { castVote, recuseMember } from '../../../api/generated/sdk.gen.ts'
import type { MeetingItem, MeetingView } from '../../../api/generated/types.gen.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { CloseItem } from './close-item.tsx'
import { useInMeeting } from './use-meeting.ts'

export type ItemProps = {
  readonly meeting: MeetingView
  readonly item: MeetingItem
  readonly leads: boolean
  readonly own: string
}

/** An item: the case, each member's vote, what followed or the buttons to vote and to close. */
export function AgendaItem({ meeting, item, leads, own }: ItemProps) {
  const { t } = useTranslation('meetings')
  const say = useSay()
  const { closed } = item
  // Where both who lead are recused, either may leave the item for another meeting.
  const isLed = [meeting.chair, meeting.secretary].some(({ person }) => !item.recused[person])
  const mayClose = leads && !closed && !(isLed && item.recused[own])
  return (
    <article className="meeting-item">
      <h3>{item.party}</h3>
      <p>
        {say(item.title)} <span className="quiet num">{item.number}</span>{' '}
        <Link to="/office/cases/$id" params={{ id: item.caseId }}>
          {t('item.case')}
        </Link>
      </p>
      <Votes meeting={meeting} item={item} leads={leads} own={own} />
      {closed && (
        <p className="meeting-result num">
          <b>{t(`close.${closed.follows}`)}</b> · {t('item.tally', closed)}
        </p>
      )}
      {mayClose && <CloseItem id={meeting.id} caseId={item.caseId} />}
    </article>
  )
}

const VOTES = ['for', 'against', 'abstain'] as const

function Votes({ meeting, item, leads, own }: ItemProps) {
  const { t } = useTranslation('meetings')
  const path = { id: meeting.id, caseId: item.caseId }
  const voting = useInMeeting(
    meeting.id,
    (body: { person: string; vote: (typeof VOTES)[number] }) =>
      castVote({ path, body, throwOnError: true }),
  )
  const present = item.closed?.present ?? meeting.present
  const stands = (person: string) => {
    const vote = item.votes[person]
    const reason = item.recused[person]
    if (reason) return t('item.recused', { reason })
    if (!present.includes(person)) return t('item.absent')
    return vote ? t(`vote.${vote}`) : t('item.silent')
  }
  const mayVote = (person: string) =>
    !meeting.closed &&
    !item.closed &&
    ((leads && !item.recused[own]) || person === own) &&
    meeting.present.includes(person) &&
    !item.recused[person] &&
    !item.votes[person]
  return (
    <>
      <ul className="meeting-votes">
        {meeting.members.map(({ person, name }) => (
          <li key={person}>
            <b>{name}</b>
            {mayVote(person) ? (
              <span className="acts-row">
                {VOTES.map((vote) => (
                  <Button
                    key={vote}
                    disabled={voting.isPending}
                    onClick={() => voting.mutate({ person, vote })}
                  >
                    {t(`vote.${vote}`)}
                  </Button>
                ))}
                <Recuse path={path} person={person} />
              </span>
            ) : (
              <span>{stands(person)}</span>
            )}
          </li>
        ))}
      </ul>
      {voting.isError && <RefusalNote error={voting.error} />}
    </>
  )
}

function Recuse({ path, person }: { path: { id: string; caseId: string }; person: string }) {
  const { t } = useTranslation('meetings')
  const [reason, setReason] = useState<string | null>(null)
  const recusing = useInMeeting(path.id, () =>
    recuseMember({ path, body: { person, reason: reason ?? '' }, throwOnError: true }),
  )
  if (reason === null)
    return (
      <Button look="bare" onClick={() => setReason('')}>
        {t('item.recuse')}
      </Button>
    )
  return (
    <>
      <input
        className="field"
        aria-label={t('item.recuse.why')}
        placeholder={t('item.recuse.why')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button
        disabled={!reason.trim() || recusing.isPending}
        onClick={() => recusing.mutate(undefined)}
      >
        {t('item.recuse')}
      </Button>
    </>
  )
}
