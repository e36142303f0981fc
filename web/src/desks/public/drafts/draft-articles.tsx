import { useTranslation } from 'react-i18next'
import type { DraftArticle } from '../../../api/generated/types.gen.ts'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { Block } from '../../../parts/page.tsx'
import { citeIn } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../words/say.ts'
import '../measure/measure.css'
import { CommentHere, type Writing } from './comment-form.tsx'

/** The articles as published; each has its own place to comment. */
export function DraftArticles(writing: Writing) {
  const { t } = useTranslation('drafts')
  const language = useLanguage()
  const { articles } = writing.draft
  return (
    <>
      <Block heading={t('articles.title')}>
        {articles.some(({ gist }) => gist) && <p className="small quiet">{t('articles.gist')}</p>}
        <nav className="jump" aria-label={t('articles.jump')}>
          {articles.map(({ article }) => (
            <a key={article} href={`#${article}`} aria-label={citeIn(article, language)}>
              {/\d+/.exec(article)?.[0] ?? article}
            </a>
          ))}
        </nav>
      </Block>
      {articles.map((article) => (
        <Article key={article.article} article={article} {...writing} />
      ))}
    </>
  )
}

function Article({ article, ...writing }: Writing & { article: DraftArticle }) {
  const say = useSay()
  return (
    <section className="block railed article" id={article.article} aria-label={article.article}>
      <div className="rail">
        <div className="article-mark">
          <ArticleMark cite={article.article} />
        </div>
      </div>
      <div className="draft-article">
        {article.gist && <p className="article-gist song">{say(article.gist)}</p>}
        {article.text && <Printed text={article.text} isAlone={!article.gist} />}
        <CommentHere {...writing} article={article.article} />
      </div>
    </section>
  )
}

function Printed({ text, isAlone }: { text: string; isAlone: boolean }) {
  const { t } = useTranslation('drafts')
  const lines = text.split('\n').map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change.
    <p key={at}>{line}</p>
  ))
  if (isAlone)
    return (
      <div className="article-gist song" lang="zh-CN">
        {lines}
      </div>
    )
  return (
    <details className="unfold">
      <summary>{t('article.text')}</summary>
      <div className="song" lang="zh-CN">
        {lines}
      </div>
    </details>
  )
}
