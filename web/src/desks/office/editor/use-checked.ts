import { useEffect, useRef, useState } from 'react'
import type { Asked, Checked, Files, Schemas, Told } from './checked.ts'

/** Not at each letter: a word is typed first. */
const PAUSE = 180

type State = {
  readonly checked: Checked | null
  readonly schemas: Schemas
  /** The text was changed since. */
  readonly isBehind: boolean
}

/** Checks and tries the files in a worker whenever they change; only the latest answer counts. */
export function useChecked(files: Files): State {
  const worker = useRef<Worker | null>(null)
  const turn = useRef(0)
  const [schemas, setSchemas] = useState<Schemas>({})
  const [told, setTold] = useState<{ turn: number; checked: Checked } | null>(null)
  useEffect(() => {
    const made = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
    made.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'schemas') setSchemas(data.schemas)
      else if (data.turn === turn.current) setTold(data)
    }
    worker.current = made
    return () => made.terminate()
  }, [])
  useEffect(() => {
    turn.current += 1
    const asked: Asked = { turn: turn.current, files }
    const pause = setTimeout(() => worker.current?.postMessage(asked), asked.turn === 1 ? 0 : PAUSE)
    return () => clearTimeout(pause)
  }, [files])
  const isBehind = told === null || told.turn !== turn.current
  return { checked: told?.checked ?? null, schemas, isBehind }
}
