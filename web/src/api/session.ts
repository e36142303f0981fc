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

/** Signing in or out forgets whatever another person saw in this browser. */
export function useSigning() {
  const queries = useQueryClient()
  const settle = (session: SessionView) => {
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== viewSessionQueryKey()[0] })
    queries.setQueryData(viewSessionQueryKey(), session)
  }
  return {
    signIn: async (login: string, password: string) => {
      const { data } = await signIn({ body: { login, password }, throwOnError: true })
      settle(data)
      return data
    },
    signOut: async () => {
      const { data } = await signOut({ throwOnError: true })
      settle(data)
    },
  }
}

/** Where somebody starts: officers at the office desk, everybody else at their applications. */
export function deskOf(person: Person): '/office' | '/apply' {
  return person.posts.length > 0 || person.isExpert ? '/office' : '/apply'
}
