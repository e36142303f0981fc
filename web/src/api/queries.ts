import { QueryClient } from '@tanstack/react-query'
import { refusedBy } from './refusal.ts'

/** A refusal is an answer and is not asked again; only an unreached server is. */
const again = (failures: number, error: unknown) =>
  failures < 2 && refusedBy(error).code === 'web.offline'

export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: again, staleTime: 15_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})
