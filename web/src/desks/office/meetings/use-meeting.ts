import { useMutation, useQueryClient } from '@tanstack/react-query'
import { viewMeetingQueryKey } from '../../../api/generated/@tanstack/react-query.gen.ts'
import type { MeetingView } from '../../../api/generated/types.gen.ts'

type Answered = { readonly data: MeetingView }

/** Something done in a meeting: the page shows the meeting as it was answered. */
export function useInMeeting<Given>(id: string, act: (given: Given) => Promise<Answered>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    // An answer that was asked for before must not put back what stood before.
    onSuccess: async ({ data }) => {
      const queryKey = viewMeetingQueryKey({ path: { id } })
      await queries.cancelQueries({ queryKey })
      queries.setQueryData(queryKey, data)
    },
  })
}
