import './share.css'

const KINDS = ['met', 'open', 'refused'] as const

/** Met, open and refused as one bar: the numbers stand beside it. */
export function Share({ parts }: { parts: readonly number[] }) {
  const total = parts.reduce((sum, one) => sum + one, 0)
  return (
    <span className="share" aria-hidden="true">
      {KINDS.map((kind, at) => (
        <span
          key={kind}
          className={`share-${kind}`}
          style={{ width: `${total === 0 ? 0 : ((parts[at] ?? 0) * 100) / total}%` }}
        />
      ))}
    </span>
  )
}
