import { useEffect, useState } from 'react'
import { refusedBy } from '../../api/refusal.ts'

/** Once the server has asked for a code, the field stays, whatever is wrong with the next try. */
export function useNeedsCode(error: unknown): boolean {
  const [needed, setNeeded] = useState(false)
  const isAsked = error !== null && refusedBy(error).code === 'identity.code-needed'
  useEffect(() => {
    if (isAsked) setNeeded(true)
  }, [isAsked])
  return needed
}
