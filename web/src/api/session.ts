import { useQuery, useQueryClient } from '@tanstack/react-query'
import {
  viewSessionOptions,
  viewSessionQueryKey,
  viewZoneOptions,
} from './generated/@tanstack/react-query.gen.ts'
import { signIn, signOut } from './generated/sdk.gen.ts'
import type { SessionView } from './generated/types.gen.ts'

export type Person = NonNullable<SessionView['person']>

export function useZone() {
  return useQuery({ ...viewZoneOptions(), staleTime: 60_000 })
}

/** The day of the zone; empty until it is known. */
export function useToday(): string {
  return useZone().data?.today ?? ''
}

export function useSession() {
  return useQuery({ ...viewSessionOptions(), staleTime: 60_000 })
}

export function usePerson(): Person | null {
  return useSession().data?.person ?? null
}

/** Signing in or out forgets whatever another person saw in this browser, the session apart. */
export function useSigning() {
  const queries = useQueryClient()
  const [{ _id: session }] = viewSessionQueryKey()
  const settle = (now: SessionView) => {
    queries.setQueryData(viewSessionQueryKey(), now)
    return queries.resetQueries({
      predicate: ({ queryKey: [key] }) => (key as { _id?: string })._id !== session,
    })
  }
  return {
    signIn: async (login: string, password: string) => {
      const { data } = await signIn({ body: { login, password }, throwOnError: true })
      await settle(data)
      return data
    },
    signOut: async () => {
      const { data } = await signOut({ throwOnError: true })
      await settle(data)
    },
  }
}

/** Where somebody starts: officers at the office desk, everybody else at their applications. */
export function deskOf(person: Person): '/office' | '/apply' {
  return person.posts.length > 0 || person.isExpert ? '/office' : '/apply'
}
