import type { Limit, Sanction, Step } from '@banfa/policy/run'
import { useTranslation } from 'react-i18next'
import { useSay } from '../../words/say.ts'
import { useListed } from '../points.tsx'

/** A stretch of time in words: 5 个工作日, 2 years. */
export function useLength(): (limit: Pick<Limit, 'length' | 'unit'>) => string {
  const { t } = useTranslation()
  return (limit) => t(`limit.${limit.unit}`, { count: limit.length })
}

/** What a limit says besides its length: from which step it runs, what it leaves out, what silence counts as. */
export function useLimitNotes(): (limit: Limit, route: readonly Step[]) => readonly string[] {
  const { t } = useTranslation()
  const say = useSay()
  const listed = useListed()
  return ({ since, notCounted = [], deemed }, route) => {
    const titleOf = (act: string) => {
      const step = route.find((one) => one.act === act)
      return step ? say(step.title) : act
    }
    return [
      ...(since ? [t('limit.since', { step: titleOf(since) })] : []),
      ...(notCounted.length > 0
        ? [t('limit.not-counted', { steps: listed(notCounted.map((act) => t(`limit.of.${act}`))) })]
        : []),
      ...(deemed ? [t(`limit.deemed.${deemed}`)] : []),
    ]
  }
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
