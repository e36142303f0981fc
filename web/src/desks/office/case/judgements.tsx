import { useTranslation } from 'react-i18next'
import type { CaseView, JudgementView } from '../../../api/generated/types.gen.ts'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { useSay } from '../../../words/say.ts'
import { AddedWords, AddWords } from './added-words.tsx'

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
      {view.recusals.map(({ person, name, on, reason }) => (
        <p key={person} className="small">
          <b>{t('recuse.told', { name, on })}</b> {reason}
        </p>
      ))}
      <ul>
        {view.judgements.map((judgement) => (
          <Judged key={judgement.condition} view={view} judgement={judgement} />
        ))}
      </ul>
    </>
  )
}

function Judged({ view, judgement }: { view: CaseView; judgement: JudgementView }) {
  const { t } = useTranslation('office')
  const { t: common } = useTranslation()
  const say = useSay()
  const { answer, score, met, notMet, asked, reasons, mine } = judgement
  const said = useSaid()
  return (
    <li className="judging">
      <p>
        <ArticleMark cite={judgement.cite} /> <b>{say(judgement.title)}</b>{' '}
        {score ? <Scored score={score} /> : common(`answer.${answer ?? 'person'}`)}
        {asked !== null && !score && (
          <span className="small quiet num">
            {' '}
            {t('judged.count', { met: met ?? 0, notMet: notMet ?? 0, asked })}
          </span>
        )}
      </p>
      {mine && (
        <>
          <p className="small">{t('judged.mine', { answer: said(mine), reason: mine.reason })}</p>
          <AddedWords added={mine.added} />
          {view.asExpert.mayAdd && <AddWords id={view.id} condition={judgement.condition} />}
        </>
      )}
      {reasons.map((one) => (
        <div key={`${one.by}${one.reason}`}>
          <p className="small quiet">
            {one.by} · {said(one)} · {one.reason}
          </p>
          <AddedWords added={one.added} />
        </div>
      ))}
    </li>
  )
}

type Said = Pick<JudgementView['reasons'][number], 'answer' | 'points'>

/** What somebody answered, in words. */
function useSaid(): (said: Said) => string {
  const { t } = useTranslation('office')
  const { t: common } = useTranslation()
  return ({ answer, points }) =>
    answer ? common(`answer.${answer}`) : t('judged.points', { points: points ?? 0 })
}

function Scored({ score }: { score: NonNullable<JudgementView['score']> }) {
  const { t } = useTranslation('office')
  const { t: common } = useTranslation()
  const { from, to, points } = score
  if (points !== null) return <span className="num">{t('judged.points', { points })}</span>
  return (
    <span className="quiet num">
      {from && to ? t('judged.range', { from, to }) : common('answer.person')}
    </span>
  )
}
