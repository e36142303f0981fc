import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { viewChangesOptions, viewChangesQueryKey } from './generated/@tanstack/react-query.gen.ts'
import type { ChangesView } from './generated/types.gen.ts'

export type Change = ChangesView['changes'][number]

/** The changes reported on a case, as the viewer may see them. */
export function useChanges(caseId: string) {
  return useQuery(viewChangesOptions({ path: { id: caseId } }))
}

/** Takes a step; the changes as they then stand take the place of those shown, the case is asked anew. */
export function useChangeStep<Given>(
  caseId: string,
  step: (given: Given) => Promise<{ data: ChangesView }>,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (given: Given) => (await step(given)).data,
    onSuccess: (after) => {
      const own = viewChangesQueryKey({ path: { id: caseId } })
      queries.setQueryData(own, after)
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== own[0] })
    },
  })
}
