import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../../api/generated/types.gen.ts'
import { useSay } from '../../../words/say.ts'

/** Everything the applicant still owes, as the notice of correction will list it, before it is sent. */
export function StillMissing({ view }: { view: CaseView }) {
  const { t } = useTranslation('office')
  const say = useSay()
  const papers = view.papers.filter(({ required, files }) => required && files.length === 0)
  const facts = view.outcome.findings
    .filter(({ kind }) => kind === 'computed')
    .flatMap(({ missing, cite }) => missing.map((one) => ({ ...one, cite })))
  const owed = new Map(
    [...facts, ...papers.map(({ paper, title, cite }) => ({ fact: paper, title, cite }))].map(
      (one) => [one.fact, one],
    ),
  )
  if (owed.size === 0) return <p className="quiet">{t('return.nothing')}</p>
  return (
    <div>
      <p>{t('return.all')}</p>
      <ul className="bullets">
        {[...owed.values()].map(({ fact, title, cite }) => (
          <li key={fact}>
            {say(title)} <span className="small quiet">{cite}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
