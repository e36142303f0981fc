import { useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import './palette.css'
import { type Found, useFound } from './use-found.ts'

/** Ctrl-K: any page, measure, article or case by a few letters. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  const { rows: found, more } = useFound(text)
  const choice = useChoice(found, onClose)
  const id = useId()
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  useEffect(() => {
    document.getElementById(`${id}-${choice.at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, choice.at])
  return (
    <dialog ref={dialog} className="palette" aria-label={t('palette.title')} onClose={onClose}>
      <input
        className="palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-label={t('palette.title')}
        aria-activedescendant={found.length > 0 ? `${id}-${choice.at}` : undefined}
        placeholder={t('palette.placeholder')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={choice.onKey}
      />
      <div id={id} className="palette-list" role="listbox" aria-label={t('palette.title')}>
        {found.map((one, at) => (
          <div
            key={`${one.kind} ${one.to} ${one.title} ${one.more}`}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === choice.at}
            className="palette-row"
            onPointerMove={() => choice.move(at)}
            onClick={() => choice.go(one)}
            onKeyDown={choice.onKey}
            tabIndex={-1}
          >
            <span
              className={`palette-kind ${one.kind === found[at - 1]?.kind ? 'palette-again' : ''}`}
            >
              {t(`palette.${one.kind}`)}
            </span>
            <span className="palette-title">{one.title}</span>
            <span className="palette-more">{one.more}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="palette-none">{t('palette.none', { text })}</p>}
      <p className="palette-help">
        {more && <>{t('palette.more')} · </>}
        {t('palette.help')}
      </p>
    </dialog>
  )
}

/** Which row is chosen, by arrows or pointer, and where it leads. */
function useChoice(found: readonly Found[], onClose: () => void) {
  const router = useRouter()
  const [chosen, move] = useState(0)
  const at = Math.min(chosen, Math.max(found.length - 1, 0))
  const go = (one: Found | undefined) => {
    if (!one) return
    onClose()
    void router.navigate({ href: one.to })
  }
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) move((at + step + found.length) % Math.max(found.length, 1))
    else if (event.key === 'Enter') go(found[at])
    else return
    event.preventDefault()
  }
  return { at, move, go, onKey }
}
