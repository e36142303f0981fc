import { useTranslation } from 'react-i18next'
import type { AdoptionSummary, ConsultationView } from '../../../api/generated/types.gen.ts'
import { Block } from '../../../parts/page.tsx'
import { citeIn } from '../../../ui/format.ts'
import { useLanguage } from '../../../words/say.ts'

type Props = { readonly draft: ConsultationView; readonly summary: AdoptionSummary }

/** What people said and what became of it, article by article, without a name. */
export function Adoption({ draft, summary }: Props) {
  const { t } = useTranslation('drafts')
  const { comments: count, number, remarks } = summary
  const address = `/api/consultations/${draft.id}/summary`
  return (
    <Block heading={t('summary.title')}>
      <p>
        {count === 0 ? t('summary.none') : t('summary.count', { count, on: draft.summaryOn ?? '' })}
      </p>
      {remarks && <p>{remarks}</p>}
      <p className="facts-line small">
        <a href={address}>{t('summary.pdf', { number })}</a>
        <a href={`${address}.csv`}>{t('summary.csv')}</a>
      </p>
      {count > 0 && <Counts summary={summary} />}
      <ol className="draft-answers">
        {summary.answers.map((answer) => (
          <Answer key={answer.numbers[0] ?? answer.gist} answer={answer} />
        ))}
      </ol>
    </Block>
  )
}

const OUTCOMES = ['adopted', 'partly', 'not-adopted'] as const

function useArticle(): (article: string | null) => string {
  const { t } = useTranslation('drafts')
  const language = useLanguage()
  return (article) => (article === null ? t('whole.name') : citeIn(article, language))
}

function Counts({ summary }: { summary: AdoptionSummary }) {
  const { t } = useTranslation('drafts')
  const named = useArticle()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys.
    <section className="table-hold" tabIndex={0} aria-label={t('summary.by-article')}>
      <table className="table draft-counts">
        <thead>
          <tr>
            <th scope="col">{t('summary.article')}</th>
            <th scope="col">{t('summary.comments')}</th>
            {OUTCOMES.map((outcome) => (
              <th key={outcome} scope="col">
                {t(`outcome.${outcome}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {summary.counts.map((row) => (
            <tr key={row.article ?? ''}>
              <td>{named(row.article)}</td>
              <td className="num">{row.comments}</td>
              {OUTCOMES.map((outcome) => (
                <td key={outcome} className="num">
                  {row[outcome]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Answer({ answer }: { answer: AdoptionSummary['answers'][number] }) {
  const { t } = useTranslation('drafts')
  const named = useArticle()
  const { articles, gist, outcome, reason, numbers } = answer
  return (
    <li>
      <p className="facts-line small">
        <b className={`outcome outcome-${outcome}`}>{t(`outcome.${outcome}`)}</b>
        <span className="quiet">{articles.map(named).join('、')}</span>
        <span className="quiet" title={numbers.join('、')}>
          {t('summary.numbers', { count: numbers.length })}
        </span>
      </p>
      <p>{gist}</p>
      <p className="small quiet">{t('summary.reason', { reason })}</p>
    </li>
  )
}
