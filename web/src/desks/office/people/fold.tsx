import type { ReactNode } from 'react'

/** A form that waits folded until somebody wants it. */
export function Fold({ says, children }: { says: string; children: ReactNode }) {
  return (
    <details className="act-fold fold-form">
      <summary>
        <span>{says}</span>
      </summary>
      <div className="act-form">{children}</div>
    </details>
  )
}
