import { useMutation, useQueryClient } from '@tanstack/react-query'

/** Something done to a consultation: every page that shows it is asked anew. */
export function useInDraft<Given = void>(act: (given: Given) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: act, onSuccess: () => queries.invalidateQueries() })
}

/** Hands a document in, as the multipart field "file". */
export async function sendDocument(url: string, file: File): Promise<void> {
  const body = new FormData()
  body.append('file', file)
  const answer = await fetch(url, { method: 'POST', body })
  if (!answer.ok) throw await answer.json()
}
