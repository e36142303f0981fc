import type { Limit } from '@banfa/policy/run'
import { useTranslation } from 'react-i18next'

/** A stretch of time in words: 5 个工作日, 2 years. */
export function useLength(): (limit: Pick<Limit, 'length' | 'unit'>) => string {
  const { t } = useTranslation('public')
  return (limit) => t(`limit.${limit.unit}`, { count: limit.length })
}
