import type { Words } from '@banfa/policy/run'
import { useQuery } from '@tanstack/react-query'
import { listMeasuresOptions } from './generated/@tanstack/react-query.gen.ts'

/** Bars and older certificates name their measure in words only; its key is found by that title. */
export function usePackTitled(title: Words | null): string | null {
  const { data = [] } = useQuery(listMeasuresOptions())
  return data.find((measure) => measure.title.zh === title?.zh)?.pack ?? null
}
