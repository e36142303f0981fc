import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inviteOwner } from '../../../api/generated/sdk.gen.ts'
import { LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { ShownLink } from '../../../parts/form/shown-link.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'

/** The link by which an organisation's owner comes in, for the office to hand over. */
export function OwnerLink({ party }: { party: string }) {
  const { t } = useTranslation('pool')
  const [given, setGiven] = useState({ invited: '', reason: '' })
  const inviting = useMutation({
    mutationFn: () => {
      const reason = given.reason.trim() === '' ? null : given.reason
      return inviteOwner({
        path: { id: party },
        body: { invited: given.invited, reason },
        throwOnError: true,
      })
    },
  })
  return (
    <form
      className="form-pairs"
      onSubmit={(event) => {
        event.preventDefault()
        inviting.mutate()
      }}
    >
      <LabelledInput
        label={t('owner.name')}
        value={given.invited}
        onChange={(invited) => setGiven({ ...given, invited })}
        hint={t('owner.about')}
      />
      <LabelledInput
        label={t('owner.reason')}
        optional
        value={given.reason}
        onChange={(reason) => setGiven({ ...given, reason })}
      />
      <p>
        <Button type="submit" disabled={inviting.isPending}>
          {t('owner')}
        </Button>
      </p>
      {inviting.data && <ShownLink path={inviting.data.data.path} />}
      {inviting.isError && <RefusalNote error={inviting.error} />}
    </form>
  )
}
