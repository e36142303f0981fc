import type { Limit, Sanction } from '@banfa/policy/run'
import { useTranslation } from 'react-i18next'

/** A stretch of time in words: 5 个工作日, 2 years. */
export function useLength(): (limit: Pick<Limit, 'length' | 'unit'>) => string {
  const { t } = useTranslation()
  return (limit) => t(`limit.${limit.unit}`, { count: limit.length })
}

/** What a sanction does: revocation, a bar with its length, or both. */
export function useConsequence(): (sanction: Pick<Sanction, 'revokes' | 'bar'>) => string {
  const { t } = useTranslation()
  const length = useLength()
  return ({ revokes, bar }) => {
    if (bar)
      return t(revokes ? 'sanction.bar' : 'sanction.bar-only', { length: length(bar.length) })
    return revokes ? t('sanction.revokes') : ''
  }
}
