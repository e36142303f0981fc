import { useSyncExternalStore } from 'react'

export type Theme = 'light' | 'dark'

const system = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

function current(): Theme {
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'light' || chosen === 'dark') return chosen
  return system.matches ? 'dark' : 'light'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  system.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    system.removeEventListener('change', listener)
  }
}

/** The theme in force: the one chosen, else the system's. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, current)
}

/** Chooses a theme for this browser. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
  try {
    localStorage.setItem('banfa.theme', theme)
  } catch {
    // Forbidden storage: the choice lasts for this visit.
  }
  for (const listener of listeners) listener()
}
