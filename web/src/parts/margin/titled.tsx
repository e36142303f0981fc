import type { Words } from '@banfa/policy/run'
import type { ReactNode } from 'react'
import type { PackNamed } from '../../api/generated/types.gen.ts'
import { usePackTitled } from '../../api/ground.ts'
import { Grounds } from './margin.tsx'

type Props = {
  readonly measure: Words | null
  /** The text itself, where what is shown carries it; else it is found by the measure's title. */
  readonly pack?: PackNamed | null
  readonly children: ReactNode
}

/** Citations inside rest on that text. */
export function GroundsTitled({ measure, pack = null, children }: Props) {
  const titled = usePackTitled(pack ? null : measure)
  const key = pack?.key ?? titled
  if (!key) return <>{children}</>
  return (
    <Grounds pack={key} version={pack?.version ?? null}>
      {children}
    </Grounds>
  )
}
