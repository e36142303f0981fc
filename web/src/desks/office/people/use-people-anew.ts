import { useQueryClient } from '@tanstack/react-query'
import { listPeopleQueryKey } from '../../../api/generated/@tanstack/react-query.gen.ts'

/** Asks again for whatever list of people is shown. */
export function usePeopleAnew() {
  const queries = useQueryClient()
  const [{ _id }] = listPeopleQueryKey()
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey: [key] }) => (key as { _id?: string })._id === _id,
    })
}
