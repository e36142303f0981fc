import { useQuery } from '@tanstack/react-query'
import { viewCaseOptions } from './generated/@tanstack/react-query.gen.ts'

/** Everything one page of a case needs, as the viewer may see it. */
export function useCase(id: string) {
  return useQuery(viewCaseOptions({ path: { id } }))
}
