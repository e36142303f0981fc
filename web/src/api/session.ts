import { useQuery, useQueryClient } from '@tanstack/react-query'
import {
  viewSessionOptions,
  viewSessionQueryKey,
  viewZoneOptions,
} from './generated/@tanstack/react-query.gen.ts'
import {
  askForPasskey,
  signIn,
  signInByPasskey,
  signOut,
  viewSession,
} from './generated/sdk.gen.ts'
import type { SessionView } from './generated/types.gen.ts'
import { queries } from './queries.ts'
import { sessionClock } from './session-clock.ts'

export type Person = NonNullable<SessionView['person']>

export function useZone() {
  return useQuery({ ...viewZoneOptions(), staleTime: 60_000 })
}

/** The day of the zone; empty until it is known. */
export function useToday(): string {
  return useZone().data?.today ?? ''
}

export function useSession() {
  return useQuery({ ...viewSessionOptions(), queryFn: askSession, staleTime: 60_000 })
}

/** A session that ended by itself leaves its person on the page, with what they typed. */
async function askSession(): Promise<SessionView> {
  const { data } = await viewSession({ throwOnError: true })
  const before = queries.getQueryData<SessionView>(viewSessionQueryKey())
  if (!before?.person || data.person) return data
  sessionClock.over()
  return before
}

export function usePerson(): Person | null {
  return useSession().data?.person ?? null
}

type Given = { readonly login: string; readonly password: string; readonly code?: string }

/**
 * Signing in or out forgets whatever another person saw in this browser, the session apart. The same
 * person coming back finds the page as it was left.
 */
export function useSigning() {
  const known = useQueryClient()
  const [{ _id: session }] = viewSessionQueryKey()
  const settle = (now: SessionView) => {
    const before = known.getQueryData<SessionView>(viewSessionQueryKey())
    known.setQueryData(viewSessionQueryKey(), now)
    const others = {
      predicate: ({ queryKey: [key] }: { queryKey: readonly unknown[] }) =>
        (key as { _id?: string })._id !== session,
    }
    const isBack = now.person !== null && before?.person?.id === now.person.id
    return isBack ? known.invalidateQueries(others) : known.resetQueries(others)
  }
  return {
    settle,
    signIn: async (given: Given) => {
      const { data } = await signIn({ body: given, throwOnError: true })
      await settle(data)
      return data
    },
    signInByPasskey: async () => {
      const question = await askForPasskey({ throwOnError: true })
      const { startAuthentication } = await import('@simplewebauthn/browser')
      const answer = await startAuthentication({ optionsJSON: question.data as never })
      const { data } = await signInByPasskey({ body: { answer } as never, throwOnError: true })
      await settle(data)
      return data
    },
    signOut: async () => {
      const { data } = await signOut({ throwOnError: true })
      sessionClock.forget()
      await settle(data)
      if (data.signOff) window.location.assign(data.signOff)
    },
    leave: async () => {
      sessionClock.forget()
      await settle({ person: null, expiresAt: null, left: null, needsTwoSteps: false })
    },
  }
}

/** Where somebody starts: officers at the office desk, everybody else at their applications. */
export function deskOf(person: Person): '/office' | '/apply' {
  return person.posts.length > 0 || person.isExpert ? '/office' : '/apply'
}
