import type { Fact } from '@banfa/policy/run'
import { useQueries, useQuery } from '@tanstack/react-query'
import { listMeasuresOptions } from './generated/@tanstack/react-query.gen.ts'
import { measureQuery, programOf } from './measure.ts'

/** A fact as some installed measure asks for it; null until known, or when none does. */
export function useFact(name: string): Fact | null {
  const { data: measures = [] } = useQuery(listMeasuresOptions())
  const views = useQueries({ queries: measures.map(({ pack }) => measureQuery(pack)) })
  const facts = views.flatMap(({ data }) => (data ? [programOf(data).facts[name]] : []))
  return facts.find((fact) => fact !== undefined) ?? null
}
