import { useTranslation } from 'react-i18next'

/** An invitation as an address to hand on; it is shown this one time. */
export function ShownLink({ path }: { path: string }) {
  const { t } = useTranslation('people')
  return (
    <div className="field-row" role="status">
      <label htmlFor="shown-link">{t('link.once')}</label>
      <input
        id="shown-link"
        className="field mono"
        readOnly
        value={`${window.location.origin}${path}`}
        onFocus={(event) => event.target.select()}
      />
    </div>
  )
}
