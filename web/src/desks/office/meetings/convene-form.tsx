import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listCasesOptions,
  listMeetingMembersOptions,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import { conveneMeeting } from '../../../api/generated/sdk.gen.ts'
import { useToday } from '../../../api/session.ts'
import { Empty } from '../../../parts/await.tsx'
import { LabelledChoice, LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'

function useConvening() {
  const today = useToday()
  const go = useNavigate()
  const people = useQuery(listMeetingMembersOptions()).data ?? []
  const cases = useQuery(listCasesOptions({ query: { stage: 'reviewed', limit: 100 } })).data?.rows
  const [given, setGiven] = useState({ title: '', heldOn: '', at: '10:00', place: '', chair: '' })
  const [left, setLeft] = useState<readonly string[]>([])
  const turn = (id: string) =>
    setLeft((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]))
  const field = (name: keyof typeof given, value = given[name]) => ({
    value,
    onChange: (said: string) => setGiven({ ...given, [name]: said }),
  })
  const chair = given.chair || people[0]?.person || ''
  const members = people.filter(({ person }) => person === chair || !left.includes(person))
  const agenda = (cases ?? []).filter(({ id }) => !left.includes(id)).map(({ id }) => id)
  const quorum = Math.floor(members.length / 2) + 1
  const convening = useMutation({
    mutationFn: () =>
      conveneMeeting({
        body: {
          ...{ ...given, chair, quorum, cases: agenda },
          heldOn: given.heldOn || today,
          members: members.map(({ person }) => person),
        },
        throwOnError: true,
      }),
    onSuccess: ({ data }) => go({ to: '/office/meetings/$id', params: { id: data.id } }),
  })
  return {
    people,
    cases,
    left,
    turn,
    field,
    chair,
    agenda,
    quorum,
    heldOn: given.heldOn || today,
    convening,
  }
}

/** Name, day, place, chair, members and the cases that wait for deliberation. */
export function ConveneForm() {
  const { t } = useTranslation('meetings')
  const { people, cases, left, turn, field, chair, agenda, quorum, heldOn, convening } =
    useConvening()
  if (cases?.length === 0) return <Empty says={t('new.none')} />
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault()
        convening.mutate()
      }}
    >
      <LabelledInput label={t('new.name')} {...field('title')} />
      <LabelledInput label={t('new.day')} type="date" {...field('heldOn', heldOn)} />
      <LabelledInput label={t('new.at')} {...field('at')} />
      <LabelledInput label={t('new.place')} {...field('place')} />
      <LabelledChoice
        label={t('new.chair')}
        {...field('chair', chair)}
        options={people.map(({ person, name }) => [person, name] as const)}
      />
      <Chosen
        legend={t('new.members')}
        rows={people.map(({ person, name }) => [person, name] as const)}
        left={left}
        onTurn={turn}
      />
      <Chosen
        legend={t('new.cases')}
        rows={(cases ?? []).map((row) => [row.id, `${row.party} ${row.number ?? ''}`] as const)}
        left={left}
        onTurn={turn}
      />
      <p className="small quiet">{t('new.quorum', { quorum })}</p>
      {convening.isError && <RefusalNote error={convening.error} />}
      <p>
        <Button type="submit" look="main" disabled={agenda.length === 0 || convening.isPending}>
          {t('new.do')}
        </Button>
      </p>
    </form>
  )
}

type ChosenProps = {
  readonly legend: string
  readonly rows: readonly (readonly [id: string, label: string])[]
  readonly left: readonly string[]
  readonly onTurn: (id: string) => void
}

function Chosen({ legend, rows, left, onTurn }: ChosenProps) {
  return (
    <fieldset className="meeting-chosen">
      <legend>{legend}</legend>
      <ul className="experts-list">
        {rows.map(([id, label]) => (
          <li key={id}>
            <input
              type="checkbox"
              id={`in-${id}`}
              checked={!left.includes(id)}
              onChange={() => onTurn(id)}
            />
            <label htmlFor={`in-${id}`}>{label}</label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
