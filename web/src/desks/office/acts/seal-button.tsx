import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'

type Props = {
  /** What the act is called; said again when it is asked for the second time. */
  readonly act: string
  readonly disabled?: boolean
}

/** The button of an act with legal effect: pressed once it asks, pressed again it submits its form. */
export function SealButton({ act, disabled = false }: Props) {
  const { t } = useTranslation('office')
  const { t: common } = useTranslation()
  const [asked, setAsked] = useState(false)
  if (!asked) {
    return (
      <Button look="seal" disabled={disabled} onClick={() => setAsked(true)}>
        {act}
      </Button>
    )
  }
  return (
    <>
      <span className="small" role="status">
        {t('act.sure')}
      </span>
      <Button type="submit" look="seal" disabled={disabled} autoFocus data-sure="">
        {t('act.confirm', { act })}
      </Button>
      <Button onClick={() => setAsked(false)}>{common('cancel')}</Button>
    </>
  )
}
