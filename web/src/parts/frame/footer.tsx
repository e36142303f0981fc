import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useZone } from '../../api/session.ts'

export function Footer() {
  const { t } = useTranslation()
  const zone = useZone().data
  return (
    <footer className="frame-foot">
      <span>{t('footer.line')}</span>
      {zone?.demo && <span>{t('footer.demo')}</span>}
      <Link to="/waiting">{t('footer.waiting')}</Link>
      {zone && <span>{t('footer.product', { version: zone.product.version })}</span>}
    </footer>
  )
}
