import { useCallback, useEffect, useMemo, useState } from 'react'
import type { PackSource } from '../../../api/generated/types.gen.ts'
import type { Files } from './checked.ts'
import { editsOf, keepEdits, keptEdits, withEdits } from './kept-edits.ts'

/** The files as edited; kept across reloads under the digest of the version they began from. */
export function useFiles({ digest, files: installed }: PackSource) {
  const [files, setFiles] = useState<Files>(() => withEdits(installed, keptEdits(digest)))
  const [isKept, setKept] = useState(true)
  const edits = useMemo(() => editsOf(installed, files), [installed, files])
  useEffect(() => {
    const later = setTimeout(() => setKept(keepEdits(digest, edits)), 250)
    const now = () => keepEdits(digest, edits)
    window.addEventListener('pagehide', now)
    return () => {
      clearTimeout(later)
      window.removeEventListener('pagehide', now)
    }
  }, [digest, edits])
  const write = useCallback(
    (path: string, text: string) => setFiles((before) => ({ ...before, [path]: text })),
    [],
  )
  const takeBack = useCallback(() => {
    keepEdits(digest, {})
    setFiles(installed)
  }, [digest, installed])
  const forget = useCallback(
    <Made>(made: Made): Made => {
      keepEdits(digest, {})
      return made
    },
    [digest],
  )
  return { files, setFiles, write, edited: Object.keys(edits), isKept, takeBack, forget }
}
