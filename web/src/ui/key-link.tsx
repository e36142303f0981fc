import { createLink, type LinkComponent } from '@tanstack/react-router'
import { type AnchorHTMLAttributes, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import './button.css'
import { useKey } from './keys.ts'

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly hotkey: string }

/** A link that leads to an act, with its key in the tooltip like a button's. */
function Keyed({ hotkey, ...rest }: Props) {
  const { t } = useTranslation()
  const anchor = useRef<HTMLAnchorElement>(null)
  useKey(hotkey, () => anchor.current?.click())
  return (
    <a
      {...rest}
      ref={anchor}
      data-hint={t('key', { key: hotkey.toUpperCase() })}
      aria-keyshortcuts={hotkey}
    />
  )
}

export const KeyLink: LinkComponent<typeof Keyed> = createLink(Keyed)
