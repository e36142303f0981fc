import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** A notice names several cases, so it is published from the page of notices. */
export function PubliciseHint() {
  const { t } = useTranslation('office')
  return (
    <p className="acts-row">
      <Link to="/office/notices" className="btn btn-main">
        {t('notices.go')}
      </Link>
    </p>
  )
}
