import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { useKey } from '../../ui/keys.ts'
import './keys.css'

const KEYS = [
  ['1 … 9', 'keys.act'],
  ['j', 'keys.next'],
  ['k', 'keys.previous'],
  ['Enter', 'keys.open'],
  ['Ctrl K', 'keys.find'],
  ['Esc', 'keys.close'],
  ['?', 'keys.list'],
] as const

/** `?` lists what the keyboard does on this desk. */
export function KeysList() {
  const [open, setOpen] = useState(false)
  useKey('?', () => setOpen(true))
  return open ? <Sheet onClose={() => setOpen(false)} /> : null
}

function Sheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('office')
  const { t: common } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="keys" aria-label={t('keys.title')} onClose={onClose}>
      <h2>{t('keys.title')}</h2>
      <dl>
        {KEYS.map(([key, word]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
      <p className="acts-row">
        <Button onClick={() => dialog.current?.close()}>{common('close')}</Button>
      </p>
    </dialog>
  )
}
