import { useMutation, useQueryClient } from '@tanstack/react-query'

/** Something done to a consultation: every page that shows it is asked anew. */
export function useInDraft<Given = void>(act: (given: Given) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: act, onSuccess: () => queries.invalidateQueries() })
}
