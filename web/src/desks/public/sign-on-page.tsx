import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { endSignOn } from '../../api/generated/sdk.gen.ts'
import { deskOf, useSigning } from '../../api/session.ts'
import { Block, Page } from '../../parts/page.tsx'
import { RefusalNote } from '../../parts/refusal.tsx'

/** Where the provider sends the browser back to: the answer is handed in once. */
export function SignOnPage() {
  const { t } = useTranslation('people')
  const router = useRouter()
  const signing = useSigning()
  const begun = useRef(false)
  const { mutate, isError, error } = useMutation({
    mutationFn: (query: string) => endSignOn({ body: { query }, throwOnError: true }),
    onSuccess: async ({ data: { session, back } }) => {
      await signing.settle(session)
      const desk = session.person ? deskOf(session.person) : '/'
      await router.navigate({ href: back === '/' ? desk : back, replace: true })
    },
  })
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    mutate(window.location.search)
  }, [mutate])
  return (
    <Page title={t('sign-on.title')}>
      <Block>{isError ? <RefusalNote error={error} /> : <p>{t('sign-on.waiting')}</p>}</Block>
    </Page>
  )
}
