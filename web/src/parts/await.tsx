import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalNote } from './refusal.tsx'
import './await.css'

type Props<T> = {
  readonly query: UseQueryResult<T, unknown>
  /** Lines the skeleton holds open, so that nothing jumps when the content comes. */
  readonly lines?: number
  readonly children: (found: T) => ReactNode
}

/** Content once it is there; a still skeleton before; the refusal when there is none. */
export function Await<T>({ query, lines = 6, children }: Props<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isError) return <RefusalNote error={query.error} again={() => void query.refetch()} />
  return <Skeleton lines={lines} />
}

/** Uneven like text, each once. */
const WIDTHS = [92, 63, 74, 85, 56, 67, 78, 89, 60, 71, 82, 53]

export function Skeleton({ lines }: { lines: number }) {
  const { t } = useTranslation()
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{t('loading')}</span>
      {WIDTHS.slice(0, lines).map((width) => (
        <span key={width} className="skeleton-line" style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}

/** An empty place says what will appear here and how to make it so. */
export function Empty({ says, children }: { says: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{says}</p>
      {children}
    </div>
  )
}
