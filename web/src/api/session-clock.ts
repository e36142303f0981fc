import { useEffect, useState } from 'react'
import { client } from './generated/client.gen.ts'
import { isSignedOut } from './refusal.ts'

/** What is known of the session's end, in milliseconds of this page's own clock. */
type Known = { readonly idleAt: number; readonly allAt: number; readonly isOver: boolean }

let known: Known | null = null
const watchers = new Set<() => void>()

function set(next: Known | null): void {
  known = next
  for (const watch of watchers) watch()
}

/** Every answer to somebody signed in says how long the session lasts: seconds idle, seconds in all. */
client.interceptors.response.use((response: Response) => {
  const said = response.headers.get('banfa-session-left')
  const [idle, all] = (said ?? '').split(',').map(Number)
  if (said && idle !== undefined && all !== undefined) {
    const now = performance.now()
    set({ idleAt: now + idle * 1000, allAt: now + all * 1000, isOver: false })
  }
  return response
})

/** Whichever question first finds the session gone tells so, not the next look at the session alone. */
client.interceptors.error.use((error: unknown) => {
  if (isSignedOut(error)) sessionClock.over()
  return error
})

export const sessionClock = {
  /** The server no longer knows the session, and nobody signed out. */
  over: () => set(known && { ...known, isOver: true }),
  forget: () => set(null),
}

export type Ending = {
  readonly isOver: boolean
  readonly seconds: number
  /** Nothing but signing in again helps: the longest a session lasts is reached. */
  readonly isLast: boolean
}

const LOOK_EVERY = 5_000

/** How long the session still lasts, looked at every few seconds; null for a visitor. */
export function useSessionEnding(): Ending | null {
  const [, look] = useState(0)
  useEffect(() => {
    const again = () => look((times) => times + 1)
    const timer = setInterval(again, LOOK_EVERY)
    watchers.add(again)
    return () => {
      clearInterval(timer)
      watchers.delete(again)
    }
  }, [])
  if (!known) return null
  const seconds = Math.round((Math.min(known.idleAt, known.allAt) - performance.now()) / 1000)
  return { isOver: known.isOver, seconds, isLast: known.allAt - known.idleAt < 1000 }
}
