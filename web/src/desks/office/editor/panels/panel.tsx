import type { ReactNode } from 'react'

type Props = { readonly heading: string; readonly count?: string; readonly children: ReactNode }

/** A block of the side: its heading with a count, then its lines. */
export function Panel({ heading, count, children }: Props) {
  return (
    <section className="pack-panel" aria-label={heading}>
      <h2>
        {heading} {count && <span className="num quiet">{count}</span>}
      </h2>
      {children}
    </section>
  )
}

export type OnOpen = (at: { readonly file: string; readonly line: number }) => void

type PlaceProps = {
  readonly file: string
  readonly line: number
  readonly onOpen: OnOpen
  readonly children: ReactNode
}

/** A line that leads to its place in the text. */
export function PlaceLine({ file, line, onOpen, children }: PlaceProps) {
  return (
    <button type="button" className="pack-line" onClick={() => onOpen({ file, line })}>
      {children}
      <span className="pack-place mono">
        {file}:{line}
      </span>
    </button>
  )
}
