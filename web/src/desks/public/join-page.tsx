import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewInvitationOptions } from '../../api/generated/@tanstack/react-query.gen.ts'
import { takeInvitation } from '../../api/generated/sdk.gen.ts'
import type { Invitation } from '../../api/generated/types.gen.ts'
import { deskOf, usePerson, useSigning } from '../../api/session.ts'
import { Await } from '../../parts/await.tsx'
import { LabelledInput } from '../../parts/form/labelled-input.tsx'
import '../../parts/form/form.css'
import { Block, Page } from '../../parts/page.tsx'
import { RefusalNote } from '../../parts/refusal.tsx'
import { Button } from '../../ui/button.tsx'

const here = getRouteApi('/join/$token')

export function JoinPage() {
  const { t } = useTranslation('people')
  const { token } = here.useParams()
  const query = useQuery({ ...viewInvitationOptions({ path: { token } }), retry: false })
  return (
    <Page title={t('join.title')}>
      <Block>
        <Await query={query}>{(invitation) => <Join {...{ invitation, token }} />}</Await>
      </Block>
    </Page>
  )
}

/** Chooses a password, or joins an organisation as who is signed in or as somebody new. */
function Join({ invitation, token }: { invitation: Invitation; token: string }) {
  const { t } = useTranslation('people')
  const person = usePerson()
  const signing = useSigning()
  const go = useNavigate()
  const [given, setGiven] = useState({ login: '', name: invitation.invited, password: '' })
  const joining = useMutation({
    mutationFn: () => takeInvitation({ path: { token }, body: given, throwOnError: true }),
    onSuccess: async ({ data }) => {
      await signing.settle(data)
      await go({ to: data.person ? deskOf(data.person) : '/' })
    },
  })
  const isNew = invitation.kind === 'party' && !person
  const choosesPassword = isNew || invitation.kind === 'password'
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault()
        joining.mutate()
      }}
    >
      <p>{useSaid(invitation)}</p>
      {isNew && (
        <>
          <LabelledInput
            label={t('join.login')}
            value={given.login}
            autoComplete="username"
            onChange={(login) => setGiven({ ...given, login })}
          />
          <LabelledInput
            label={t('join.name')}
            value={given.name}
            autoComplete="name"
            onChange={(name) => setGiven({ ...given, name })}
          />
        </>
      )}
      {choosesPassword && (
        <LabelledInput
          label={t('join.choose')}
          type="password"
          value={given.password}
          autoComplete="new-password"
          hint={t('me.next.hint', { least: invitation.rules.least })}
          onChange={(password) => setGiven({ ...given, password })}
        />
      )}
      <p>
        <Button type="submit" look="main" disabled={joining.isPending}>
          {choosesPassword ? t('join.do') : t('join.as', { name: person?.name ?? '' })}
        </Button>
      </p>
      {joining.isError && <RefusalNote error={joining.error} />}
    </form>
  )
}

function useSaid({ kind, invited: name, login, part, partyName }: Invitation): string {
  const { t } = useTranslation('people')
  if (kind === 'password') return t('join.password', { name, login: login ?? '' })
  return t('join.party', { name, party: partyName ?? '', part: t(`part.${part ?? 'viewer'}`) })
}
