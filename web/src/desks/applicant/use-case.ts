import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { viewCaseQueryKey } from '../../api/generated/@tanstack/react-query.gen.ts'
import type { CaseView } from '../../api/generated/types.gen.ts'

/** Puts a case as an act answered it, or as this page changed it, in the place of the older one. */
export function useKeepCase(id: string) {
  const queries = useQueryClient()
  return useCallback(
    (change: (before: CaseView) => CaseView) => {
      queries.setQueryData<CaseView>(viewCaseQueryKey({ path: { id } }), (before) =>
        before ? change(before) : before,
      )
    },
    [queries, id],
  )
}

export const isEditable = (view: Pick<CaseView, 'stage'>): boolean =>
  view.stage === 'draft' || view.stage === 'returned'
