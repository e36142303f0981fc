import { useTranslation } from 'react-i18next'
import type { ObjectionCourse, ObjectionWord } from '../../api/generated/types.gen.ts'
import { useSay } from '../../words/say.ts'
import { DaysLeft } from '../deadline-chip.tsx'
import './objections.css'

/** When the answer is due and on what that rests, or the answer itself. */
export function Standing({ of }: { of: Pick<ObjectionCourse, 'clock' | 'answered'> }) {
  const { t } = useTranslation('objections')
  const say = useSay()
  const { clock, answered } = of
  if (answered) {
    return (
      <>
        <p>
          <b>{t(answered.upheld ? 'answer.upheld' : 'answer.dismissed')}</b>{' '}
          <span className="small quiet num">
            {answered.by} · {answered.on}
          </span>
        </p>
        <p>{answered.reason}</p>
      </>
    )
  }
  if (!clock) return <p>{t('answer.open')}</p>
  return (
    <>
      <p>
        {clock.due ? t('clock.due', { due: clock.due }) : t('clock.waits')}{' '}
        {clock.left !== null && (
          <span className="tag tag-quiet">
            <DaysLeft left={clock.left} />
          </span>
        )}
      </p>
      <p className="small quiet">
        {t('clock.basis', { basis: say(clock.basis) })}
        {clock.assumed && ` · ${t('clock.assumed')}`}
      </p>
    </>
  )
}

/** What was asked and added, in order. */
export function Words({ words, own }: { words: readonly ObjectionWord[]; own: boolean }) {
  const { t } = useTranslation('objections')
  const say = useSay()
  if (words.length === 0) return <p className="quiet">{t('words.none')}</p>
  return (
    <ol className="objection-words">
      {words.map((word) => (
        <li key={`${word.on}${word.says}`}>
          <p className="small quiet num">
            {t(word.kind === 'ask' ? 'words.ask' : own ? 'words.own' : 'words.add')} · {word.on}
            {word.by && ` · ${say(word.by)}`}
            {word.until && ` · ${t('words.until', { until: word.until })}`}
          </p>
          <p>{word.says}</p>
        </li>
      ))}
    </ol>
  )
}

type PapersProps = {
  readonly papers: ObjectionCourse['papers']
  readonly open: (paper: { readonly id: string; readonly name: string }) => React.ReactNode
}

/** What was handed in; what is not checked yet cannot be opened. */
export function Papers({ papers, open }: PapersProps) {
  const { t } = useTranslation('objections')
  if (papers.length === 0) return <p className="quiet">{t('papers.none')}</p>
  return (
    <ul className="lines">
      {papers.map((paper) => (
        <li key={paper.id}>
          {paper.scan === 'waiting' || paper.scan === 'infected' ? (
            <span>
              {paper.name} <span className="small quiet">{t(`papers.${paper.scan}`)}</span>
            </span>
          ) : (
            open(paper)
          )}
          <span className="small quiet num">{paper.uploadedOn}</span>
        </li>
      ))}
    </ul>
  )
}
