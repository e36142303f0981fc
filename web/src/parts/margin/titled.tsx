import type { Words } from '@banfa/policy/run'
import type { ReactNode } from 'react'
import { usePackTitled } from '../../api/ground.ts'
import { Grounds } from './margin.tsx'

/** Citations inside rest on the measure of that title. */
export function GroundsTitled({
  measure,
  children,
}: {
  measure: Words | null
  children: ReactNode
}) {
  const pack = usePackTitled(measure)
  if (!pack) return <>{children}</>
  return (
    <Grounds pack={pack} version={null}>
      {children}
    </Grounds>
  )
}
