import { useTranslation } from 'react-i18next'
import type { CaseView, JudgementView } from '../../../api/generated/types.gen.ts'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { useSay } from '../../../words/say.ts'

/** Each judged condition: how it came out, the count, and the reasons the viewer may read. */
export function Judgements({ view }: { view: CaseView }) {
  const { t } = useTranslation('office')
  return (
    <>
      {view.experts.length > 0 && (
        <p className="small quiet">
          {view.experts
            .map(({ name, employer, answered }) => t('judged.expert', { name, employer, answered }))
            .join(t('judged.between'))}
        </p>
      )}
      <ul>
        {view.judgements.map((judgement) => (
          <Judged key={judgement.condition} judgement={judgement} />
        ))}
      </ul>
    </>
  )
}

function Judged({ judgement }: { judgement: JudgementView }) {
  const { t } = useTranslation('office')
  const { t: common } = useTranslation()
  const say = useSay()
  const { answer, met, notMet, asked, reasons, mine } = judgement
  return (
    <li className="judging">
      <p>
        <ArticleMark cite={judgement.cite} /> <b>{say(judgement.title)}</b>{' '}
        {answer ? common(`answer.${answer}`) : common('answer.person')}
        {asked !== null && (
          <span className="small quiet num">
            {' '}
            {t('judged.count', { met: met ?? 0, notMet: notMet ?? 0, asked })}
          </span>
        )}
      </p>
      {mine && (
        <p className="small">
          {t('judged.mine', { answer: common(`answer.${mine.answer}`), reason: mine.reason })}
        </p>
      )}
      {reasons.map(({ by, answer: said, reason }) => (
        <p key={`${by}${reason}`} className="small quiet">
          {by} · {common(`answer.${said}`)} · {reason}
        </p>
      ))}
    </li>
  )
}
