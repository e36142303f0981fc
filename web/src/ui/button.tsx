import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './button.css'
import { useKey } from './keys.ts'

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'title' | 'onClick'> & {
  readonly onClick?: () => void
  /** `seal` only for acts with legal effect; `plain` for everything else. */
  readonly look?: 'seal' | 'main' | 'plain' | 'bare'
  /** The key that does the same; shown in the tooltip. */
  readonly hotkey?: string | null
  readonly hint?: string
  readonly children: ReactNode
}

/** A button whose tooltip says its key. */
export function Button({ look = 'plain', hotkey = null, hint, onClick, ...rest }: Props) {
  const { t } = useTranslation()
  useKey(rest.disabled ? null : hotkey, () => onClick?.())
  const said = [hint, hotkey && t('key', { key: spelled(hotkey) })].filter(Boolean).join(' · ')
  return (
    <button
      type="button"
      {...rest}
      onClick={() => onClick?.()}
      className={`btn btn-${look} ${rest.className ?? ''}`}
      {...(said ? { 'data-hint': said } : {})}
      {...(hotkey ? { 'aria-keyshortcuts': hotkey.replace('mod+', 'Control+') } : {})}
    />
  )
}

function spelled(key: string): string {
  return key.startsWith('mod+') ? `Ctrl-${key.slice(4).toUpperCase()}` : key.toUpperCase()
}
