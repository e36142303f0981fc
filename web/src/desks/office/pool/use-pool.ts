import { useMutation, useQueryClient } from '@tanstack/react-query'
import { viewPoolQueryKey } from '../../../api/generated/@tanstack/react-query.gen.ts'
import type { PoolLine } from '../../../api/generated/types.gen.ts'

/** Changes the pool; as it then stands it takes the place of the one shown. */
export function usePoolAct(act: () => Promise<{ data: PoolLine[] }>, after?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => (await act()).data,
    onSuccess: (pool) => {
      queries.setQueryData(viewPoolQueryKey(), pool)
      after?.()
    },
  })
}
