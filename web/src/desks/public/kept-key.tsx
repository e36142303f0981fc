import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectionKeyInput } from '../../api/generated/types.gen.ts'
import { Button } from '../../ui/button.tsx'
import '../../parts/objections/objections.css'

/** What somebody who objected keeps: shown once, with a page to bookmark. */
export function KeptKey({ of }: { of: ObjectionKeyInput }) {
  const { t } = useTranslation('public')
  const { t: kept } = useTranslation('objections')
  const [isCopied, setCopied] = useState(false)
  const address = `/objections#${encodeURIComponent(of.number)}/${encodeURIComponent(of.key)}`
  return (
    <div role="status" className="objection-key">
      <p>
        <b>{t('object.sent')}</b> <span className="num">{of.number}</span>
      </p>
      <p>
        <b>{kept('kept.title')}</b>
      </p>
      <p className="mono">{of.key}</p>
      <p>{kept('kept.about')}</p>
      <p className="acts-row">
        <a className="btn btn-main" href={address}>
          {kept('kept.link')}
        </a>
        <Button
          onClick={async () => {
            await navigator.clipboard.writeText(`${of.number} ${of.key}`)
            setCopied(true)
          }}
        >
          {kept(isCopied ? 'kept.copied' : 'kept.copy')}
        </Button>
      </p>
      <p className="quiet">{t('object.sent.next')}</p>
    </div>
  )
}
