import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { beginSignOn } from '../../api/generated/sdk.gen.ts'
import { useZone } from '../../api/session.ts'
import { RefusalNote } from '../../parts/refusal.tsx'
import { Button } from '../../ui/button.tsx'

/** To the provider's own page, where the zone has one; to sign on, or to bind it while signed in. */
export function ProviderButton({ says, back = '/' }: { says?: string; back?: string }) {
  const { t } = useTranslation('public')
  const title = useZone().data?.signOn
  const going = useMutation({
    mutationFn: () => beginSignOn({ body: { back }, throwOnError: true }),
    onSuccess: ({ data }) => window.location.assign(data.url),
  })
  if (!title) return null
  return (
    <div>
      <Button onClick={() => going.mutate()} disabled={going.isPending}>
        {says ?? t('sign.provider', { title })}
      </Button>
      {going.isError && <RefusalNote error={going.error} />}
    </div>
  )
}
