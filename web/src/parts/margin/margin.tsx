import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { FactView } from '../../api/generated/types.gen.ts'
import { useKey } from '../../ui/keys.ts'
import type { FindingSeen } from '../finding.ts'

/** Which measure, in which version, the citations of a page belong to. */
export type Ground = { readonly pack: string; readonly version: string | null }

export type Note =
  | { readonly kind: 'article'; readonly ground: Ground; readonly cite: string }
  | {
      readonly kind: 'why'
      readonly ground: Ground
      readonly finding: FindingSeen
      readonly findings: readonly FindingSeen[]
      /** The inputs with their lineage, where the page has them. */
      readonly facts: readonly FactView[]
    }

type Margin = {
  readonly note: Note | null
  readonly open: (note: Note) => void
  readonly close: () => void
}

const MarginContext = createContext<Margin>({ note: null, open: () => {}, close: () => {} })
const GroundContext = createContext<Ground | null>(null)

/** Holds what the margin shows; the page it belongs to stays in reach beside it. */
export function MarginProvider({ children }: { children: ReactNode }) {
  const [note, setNote] = useState<Note | null>(null)
  const opener = useRef<Element | null>(null)
  const open = useCallback((next: Note) => {
    opener.current = document.activeElement
    setNote(next)
  }, [])
  const close = useCallback(() => {
    setNote(null)
    if (opener.current instanceof HTMLElement) opener.current.focus()
  }, [])
  useKey(note ? 'Escape' : null, close)
  const margin = useMemo(() => ({ note, open, close }), [note, open, close])
  return <MarginContext.Provider value={margin}>{children}</MarginContext.Provider>
}

export const useMargin = () => useContext(MarginContext)

/** Citations inside rest on this measure. */
export function Grounds({ pack, version, children }: Ground & { children: ReactNode }) {
  const ground = useMemo(() => ({ pack, version }), [pack, version])
  return <GroundContext.Provider value={ground}>{children}</GroundContext.Provider>
}

export const useGround = () => useContext(GroundContext)
