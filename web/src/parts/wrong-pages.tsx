import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Block, Page } from './page.tsx'
import { RefusalNote } from './refusal.tsx'

export function Missing() {
  const { t } = useTranslation()
  return (
    <Page title={t('page.missing')}>
      <Block>
        <p>{t('page.missing.next')}</p>
        <p className="acts-row">
          <Link to="/" className="btn">
            {t('page.home')}
          </Link>
        </p>
      </Block>
    </Page>
  )
}

export function Broken({ error }: { error: unknown }) {
  const { t } = useTranslation()
  return (
    <Page title={t('page.broken')}>
      <Block>
        <RefusalNote error={error} again={() => window.location.reload()} />
      </Block>
    </Page>
  )
}
