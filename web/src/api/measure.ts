import type { Program } from '@banfa/policy/run'
import { useQuery } from '@tanstack/react-query'
import { viewMeasureOptions } from './generated/@tanstack/react-query.gen.ts'
import type { MeasureView } from './generated/types.gen.ts'

/** The waist as the contract carries it: plain JSON of the engine's own type. */
export function programOf(view: MeasureView): Program {
  return view.program as unknown as Program
}

/** One measure in one version (the newest when none is named); asked once, then kept. */
export function measureQuery(pack: string, version: string | null = null) {
  return viewMeasureOptions({ path: { pack }, query: version ? { version } : {} })
}

export function useProgram(pack: string | null, version: string | null = null): Program | null {
  const { data } = useQuery({ ...measureQuery(pack ?? '', version), enabled: pack !== null })
  return data ? programOf(data) : null
}
