import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  viewSanctionsOptions,
  viewSanctionsQueryKey,
} from './generated/@tanstack/react-query.gen.ts'
import type { SanctionsView } from './generated/types.gen.ts'

export type Proceeding = SanctionsView['proceedings'][number]

/** The sanctions on a case, as the viewer may see them. */
export function useSanctions(caseId: string) {
  return useQuery(viewSanctionsOptions({ path: { id: caseId } }))
}

/** Takes a step; the proceedings as they then stand take the place of those shown, the case is asked anew. */
export function useSanctionStep<Given>(
  caseId: string,
  step: (given: Given) => Promise<{ data: SanctionsView }>,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (given: Given) => (await step(given)).data,
    onSuccess: (after) => {
      const own = viewSanctionsQueryKey({ path: { id: caseId } })
      queries.setQueryData(own, after)
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== own[0] })
    },
  })
}
