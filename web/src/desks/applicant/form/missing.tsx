import { useTranslation } from 'react-i18next'
import { Colon, Listed } from '../../../parts/points.tsx'
import { useSay } from '../../../words/say.ts'
import type { Owed } from './sections.ts'

type Props = {
  readonly missing: readonly Owed[]
  /** The service asks for a foreign partner and none is named. */
  readonly joint: boolean
}

/** Everything missing before filing, at once. */
export function Missing({ missing, joint }: Props) {
  const { t } = useTranslation('applicant')
  const say = useSay()
  if (missing.length === 0 && !joint)
    return <p className="nothing-missing">{t('form.missing.none')}</p>
  const facts = missing.filter(({ kind }) => kind === 'fact')
  const papers = missing.filter(({ kind }) => kind === 'paper')
  return (
    <div className="missing">
      <p>
        <b>{t('form.missing')}</b>
      </p>
      <ul>
        {joint && <li>{t('form.missing.partner')}</li>}
        {facts.length > 0 && (
          <li>
            {t('form.missing.facts', { count: facts.length })}
            <Colon />
            <Listed of={facts.map(({ title }) => say(title))} />
          </li>
        )}
        {papers.length > 0 && (
          <li>
            {t('form.missing.papers', { count: papers.length })}
            <Colon />
            <Listed of={papers.map(({ title }) => say(title))} />
          </li>
        )}
      </ul>
    </div>
  )
}
