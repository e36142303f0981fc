import { asks, type Program, pointsRange, type Question } from '@banfa/policy/run'
import { useTranslation } from 'react-i18next'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { useOfficeTitle } from '../../../parts/program/words.ts'
import { useSay } from '../../../words/say.ts'

type Props = { readonly program: Program; readonly question: Question }

/** Points that only people give: by whom, and in which range on what was answered so far. */
export function PointsHere({ program, question }: Props) {
  const { t } = useTranslation('public')
  const say = useSay()
  const officeTitle = useOfficeTitle(program)
  const scores = asks(program, question.service).flatMap((ask) =>
    ask.kind === 'score' ? [ask.value] : [],
  )
  if (scores.length === 0) return null
  return (
    <section className="points-here">
      <h3>{t('check.scores')}</h3>
      <p className="small quiet">{t('check.scores.about')}</p>
      <ul>
        {scores.map((value) => {
          const range = pointsRange(program, question, value.name)
          const office = officeTitle(value.scoredBy?.by ?? '')
          return (
            <li key={value.name}>
              <span>
                {say(value.title)} <ArticleMark cite={value.cite} />
              </span>
              <span className="num quiet">
                {range
                  ? t('check.score.range', { office, ...range })
                  : t('check.score.open', { office })}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
