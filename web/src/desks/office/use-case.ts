import { useMutation, useQueryClient } from '@tanstack/react-query'
import { viewCaseQueryKey } from '../../api/generated/@tanstack/react-query.gen.ts'
import type { CaseView } from '../../api/generated/types.gen.ts'

const isThis = (key: unknown) =>
  typeof key === 'object' && key !== null && '_id' in key && key._id === 'viewCase'

/** Does an act; the case as it then stands takes the place of the one shown, the queue is asked anew. */
export function useAct<Given>(id: string, act: (given: Given) => Promise<{ data: CaseView }>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (given: Given) => (await act(given)).data,
    onSuccess: (after) => {
      queries.setQueryData<CaseView>(viewCaseQueryKey({ path: { id } }), after)
      void queries.invalidateQueries({ predicate: ({ queryKey }) => !isThis(queryKey[0]) })
    },
  })
}
