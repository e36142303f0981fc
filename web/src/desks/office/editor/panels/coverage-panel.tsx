import { useTranslation } from 'react-i18next'
import type { Checked, Coverage } from '../checked.ts'
import { Panel } from './panel.tsx'

/** How much of the measure is carried out, and how much of that some example tries. */
export function CoveragePanel({ checked }: { checked: Checked | null }) {
  const { t } = useTranslation('editor')
  const covered = checked?.compiled?.coverage
  if (!covered) return null
  const { articles } = covered
  return (
    <Panel heading={t('coverage')}>
      <dl className="pack-counts small">
        <dt>{t('coverage.articles')}</dt>
        <dd className="num">
          {t('coverage.marks', {
            executable: articles.executable.length,
            manual: articles.manual.length,
            out: articles['out-of-scope'].length,
          })}
        </dd>
        <dt>{t('coverage.conditions')}</dt>
        <dd className="num">{triedBothWays(covered)}</dd>
        <dt>{t('coverage.boundaries')}</dt>
        <dd className="num">{triedAllSides(covered)}</dd>
      </dl>
    </Panel>
  )
}

const outOf = <T,>(all: readonly T[], has: (one: T) => boolean) =>
  `${all.filter(has).length} / ${all.length}`

function triedBothWays({ conditions }: Coverage): string {
  return outOf(conditions, ({ answers }) => answers.includes('met') && answers.includes('not-met'))
}

function triedAllSides({ boundaries }: Coverage): string {
  return outOf(boundaries, ({ at, below, above }) => at && below && above)
}
