import { useMutation } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { confirmEmail } from '../../api/generated/sdk.gen.ts'
import { Block, Page } from '../../parts/page.tsx'
import { RefusalNote } from '../../parts/refusal.tsx'
import { Button } from '../../ui/button.tsx'

const here = getRouteApi('/confirm/$token')

/** A button, not the visit itself: mail scanners open links too. */
export function ConfirmPage() {
  const { t } = useTranslation('outbox')
  const { token } = here.useParams()
  const confirming = useMutation({
    mutationFn: () => confirmEmail({ body: { token }, throwOnError: true }),
  })
  return (
    <Page title={t('confirm.title')}>
      <Block>
        {confirming.isSuccess ? (
          <>
            <p>{t('confirm.done')}</p>
            <p>
              <Link to="/me">{t('confirm.to-me')}</Link>
            </p>
          </>
        ) : (
          <>
            <p>{t('confirm.about')}</p>
            <p>
              <Button onClick={() => confirming.mutate()} disabled={confirming.isPending}>
                {t('confirm.do')}
              </Button>
            </p>
          </>
        )}
        {confirming.isError && <RefusalNote error={confirming.error} />}
      </Block>
    </Page>
  )
}
