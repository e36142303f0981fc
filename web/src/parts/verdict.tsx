import type { Answer } from '@banfa/policy/run'
import { useTranslation } from 'react-i18next'
import './verdict.css'

/** The five of LOOK: a judged condition that is still open waits for a person, not for a fact. */
export type Verdict = Answer | 'person'

const SIGNS: Record<Verdict, string> = {
  met: '●',
  'not-met': '○',
  unknown: '◐',
  unavailable: '◌',
  person: '◇',
}

export function verdictOf(finding: { readonly kind: string; readonly answer: Answer }): Verdict {
  return finding.kind === 'judged' && finding.answer === 'unknown' ? 'person' : finding.answer
}

type MarkProps = {
  readonly verdict: Verdict
  readonly large?: boolean
  /** What must not be: free of it, or not. */
  readonly veto?: boolean
}

/** The sign and its word, always together. */
export function VerdictMark({ verdict, large, veto = false }: MarkProps) {
  const { t } = useTranslation()
  const known = verdict === 'met' || verdict === 'not-met'
  return (
    <span className={`verdict verdict-${verdict} ${large ? 'verdict-large' : ''}`}>
      <span aria-hidden="true" className="verdict-sign">
        {SIGNS[verdict]}
      </span>
      {veto && known ? t(`answer.veto.${verdict}`) : t(`answer.${verdict}`)}
    </span>
  )
}
