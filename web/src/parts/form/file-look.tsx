import { useState } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { readonly address: string; readonly name: string; readonly media: string }

/** A PDF or a picture, looked at in its place; a browser that cannot show it still has the link. */
export function FileLook({ address, name, media }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const isPicture = media.startsWith('image/')
  if (!isPicture && media !== 'application/pdf') return null
  return (
    <details className="file-look no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="small">
        {t('paper.look')}
        <span className="unseen"> {name}</span>
      </summary>
      {open && isPicture && <img src={address} alt={name} />}
      {open && !isPicture && <iframe src={address} title={name} />}
    </details>
  )
}
