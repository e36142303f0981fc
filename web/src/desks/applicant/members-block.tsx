import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listMembersOptions,
  listMembersQueryKey,
} from '../../api/generated/@tanstack/react-query.gen.ts'
import { changeMember, inviteMember, withdrawInvitation } from '../../api/generated/sdk.gen.ts'
import type { Members } from '../../api/generated/types.gen.ts'
import { usePerson } from '../../api/session.ts'
import { Await } from '../../parts/await.tsx'
import { LabelledChoice, LabelledInput } from '../../parts/form/labelled-input.tsx'
import { ShownLink } from '../../parts/form/shown-link.tsx'
import '../../parts/form/form.css'
import { Block } from '../../parts/page.tsx'
import { RefusalNote } from '../../parts/refusal.tsx'
import { Button } from '../../ui/button.tsx'

const PARTS = ['editor', 'viewer', 'owner'] as const

/** Who acts for the organisation; its owners invite and say in which part. */
export function MembersBlock({ id }: { id: string }) {
  const { t } = useTranslation('people')
  const person = usePerson()
  const isOwner = (person?.parts[id] ?? 'owner') === 'owner'
  const query = useQuery({ ...listMembersOptions({ path: { id } }), enabled: isOwner })
  if (!isOwner) return null
  return (
    <Block heading={t('members.title')}>
      <Await query={query}>{(members) => <Lists id={id} members={members} />}</Await>
      <Inviting id={id} />
    </Block>
  )
}

function Lists({ id, members: { members, invitations } }: { id: string; members: Members }) {
  const { t } = useTranslation('people')
  const queries = useQueryClient()
  const person = usePerson()
  const onSuccess = ({ data }: { data: Members }) =>
    queries.setQueryData(listMembersQueryKey({ path: { id } }), data)
  const ending = useMutation({
    mutationFn: (other: string) =>
      changeMember({ path: { id, person: other }, body: { part: null }, throwOnError: true }),
    onSuccess,
  })
  const withdrawing = useMutation({
    mutationFn: (invitation: string) =>
      withdrawInvitation({ path: { id, invitation }, throwOnError: true }),
    onSuccess,
  })
  const problem = ending.error ?? withdrawing.error
  return (
    <>
      <ul className="lines">
        {members.map((one) => (
          <li key={one.person}>
            <span>
              {one.name} <span className="small quiet">{t(`part.${one.part}`)}</span>
            </span>
            {one.person !== person?.id && (
              <Button onClick={() => ending.mutate(one.person)}>{t('members.end')}</Button>
            )}
          </li>
        ))}
        {invitations.map((one) => (
          <li key={one.id}>
            <span>
              {one.invited}{' '}
              <span className="small quiet">
                {t('members.open')} · {t(`part.${one.part}`)} · {one.until.slice(0, 10)}
              </span>
            </span>
            <Button onClick={() => withdrawing.mutate(one.id)}>{t('members.withdraw')}</Button>
          </li>
        ))}
      </ul>
      {problem && <RefusalNote error={problem} />}
    </>
  )
}

function Inviting({ id }: { id: string }) {
  const { t } = useTranslation('people')
  const queries = useQueryClient()
  const [invited, setInvited] = useState('')
  const [part, setPart] = useState<string>('editor')
  const inviting = useMutation({
    mutationFn: () =>
      inviteMember({
        path: { id },
        body: { invited, part: PARTS.find((one) => one === part) ?? 'viewer' },
        throwOnError: true,
      }),
    onSuccess: () => {
      setInvited('')
      return queries.invalidateQueries({ queryKey: listMembersQueryKey({ path: { id } }) })
    },
  })
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault()
        inviting.mutate()
      }}
    >
      <LabelledInput label={t('members.invited')} value={invited} onChange={setInvited} />
      <LabelledChoice
        label={t('members.part')}
        value={part}
        onChange={setPart}
        options={PARTS.map((one) => [one, t(`part.${one}`)] as const)}
      />
      <p>
        <Button type="submit" disabled={inviting.isPending}>
          {t('members.invite')}
        </Button>
      </p>
      {inviting.data && <ShownLink path={inviting.data.data.path} />}
      {inviting.isError && <RefusalNote error={inviting.error} />}
    </form>
  )
}
