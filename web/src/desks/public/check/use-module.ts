import type { Facts, Outcome } from '@banfa/policy/run'
import { useQuery } from '@tanstack/react-query'

/** What the server emits for a service: it imports nothing and asks nobody. */
export type CheckModule = { readonly evaluate: (facts: Facts, on: string) => Outcome }

type Wanted = { readonly pack: string; readonly version: string; readonly service: string }

/** Loads the rules of a service into this browser; from then on no answer leaves it. */
export function useModule({ pack, version, service }: Wanted) {
  return useQuery({
    queryKey: ['module', pack, version, service],
    queryFn: (): Promise<CheckModule> =>
      import(/* @vite-ignore */ `/api/measures/${pack}/${version}/${service}.js`),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  })
}
