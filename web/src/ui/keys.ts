import { useEffect, useRef } from 'react'

const TYPING = 'input, textarea, select, [contenteditable="true"]'

const named = (event: KeyboardEvent) =>
  event.ctrlKey || event.metaKey ? `mod+${event.key.toLowerCase()}` : event.key

/**
 * Runs `act` when the key is pressed anywhere on the page: `k`, `Escape`, `mod+k` (Ctrl or ⌘).
 * Plain letters are left alone while somebody types.
 */
export function useKey(key: string | null, act: () => void): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    if (!key) return
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || named(event) !== key) return
      // Of a shadow root the target says only its host; the path says where somebody types.
      const within = (event.composedPath()[0] ?? event.target) as Element | null
      if (key.length === 1 && within?.closest?.(TYPING)) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [key])
}
