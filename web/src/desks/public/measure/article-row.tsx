import type { Article, Program } from '@banfa/policy/run'
import { useTranslation } from 'react-i18next'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { Readings } from '../../../parts/margin/article-note.tsx'
import { readingsOf } from '../../../parts/program/reading.ts'
import { useSay } from '../../../words/say.ts'
import { CarriedBy } from './carried-by.tsx'
import { ValuesHere } from './values-here.tsx'

type Props = {
  readonly program: Program
  readonly article: Article
  /** The published text, where the user installed their document. */
  readonly official: string | null
}

/** One article: in the rail its number and mark, then the gist, then what carries it out. */
export function ArticleRow({ program, article, official }: Props) {
  const { t } = useTranslation()
  const say = useSay()
  return (
    <section className="block railed article" id={article.article} aria-label={article.article}>
      <div className="rail">
        <div className="article-mark">
          <ArticleMark cite={article.article} />
        </div>
        <p className={`article-state article-${article.mark}`}>{t(`mark.${article.mark}`)}</p>
        <p className="article-chapter">{say(article.chapter)}</p>
      </div>
      <div className="article-body">
        <div className="article-text">
          <p className="article-gist song">{say(article.gist)}</p>
          <p className="small quiet">{say(article.reason)}</p>
          {official && <Official text={official} />}
          <ReadingsHere program={program} cite={article.article} />
        </div>
        <div>
          <CarriedBy program={program} article={article} />
          <ValuesHere program={program} cite={article.article} />
        </div>
      </div>
    </section>
  )
}

function Official({ text }: { text: string }) {
  const { t } = useTranslation()
  return (
    <details className="unfold">
      <summary>{t('margin.official')}</summary>
      <p className="panel-text panel-official" lang="zh-CN">
        {text}
      </p>
    </details>
  )
}

function ReadingsHere({ program, cite }: { program: Program; cite: string }) {
  const { t } = useTranslation('public')
  const { length } = readingsOf(program, cite)
  if (length === 0) return null
  return (
    <details className="unfold">
      <summary>{t('measure.readings', { count: length })}</summary>
      <div className="small">
        <Readings program={program} cite={cite} />
      </div>
    </details>
  )
}
