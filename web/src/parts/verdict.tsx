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

/** The sign and its word, always together. */
export function VerdictMark({ verdict, large }: { verdict: Verdict; large?: boolean }) {
  const { t } = useTranslation()
  return (
    <span className={`verdict verdict-${verdict} ${large ? 'verdict-large' : ''}`}>
      <span aria-hidden="true" className="verdict-sign">
        {SIGNS[verdict]}
      </span>
      {t(`answer.${verdict}`)}
    </span>
  )
}
