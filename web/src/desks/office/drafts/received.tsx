import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listCommentsOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { eraseCommenter } from '../../../api/generated/sdk.gen.ts'
import type { CommentsView, ConsultationView } from '../../../api/generated/types.gen.ts'
import { Await, Empty } from '../../../parts/await.tsx'
import { Block } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { citeIn } from '../../../ui/format.ts'
import { useLanguage } from '../../../words/say.ts'
import { AnswerForm } from './answer-form.tsx'
import { useInDraft } from './use-draft.ts'

type Comment = CommentsView['comments'][number]

/** Comments in the order of the articles, to be ticked and answered together. */
export function Received({ draft }: { draft: ConsultationView }) {
  const { t } = useTranslation('drafts')
  const query = useQuery(listCommentsOptions({ path: { id: draft.id } }))
  return (
    <Block heading={t('received.title')}>
      <Await query={query}>{(all) => <Comments draft={draft} all={all} />}</Await>
    </Block>
  )
}

function Comments({ draft, all }: { draft: ConsultationView; all: CommentsView }) {
  const { t } = useTranslation('drafts')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { comments } = all
  if (comments.length === 0) return <Empty says={t('received.none')} />
  const waiting = comments.filter(({ answer }) => answer === null).length
  const turn = (id: string) =>
    setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]))
  return (
    <div className={draft.summary === null ? 'draft-desk' : ''}>
      <div>
        <p className="small quiet">{t('received.count', { count: comments.length, waiting })}</p>
        {inOrder(draft, comments).map(([article, own]) => (
          <Group key={article ?? ''} article={article}>
            {own.map((comment) => (
              <Line
                key={comment.id}
                {...{ draft, comment, all }}
                isChosen={chosen.includes(comment.id)}
                onTurn={() => turn(comment.id)}
              />
            ))}
          </Group>
        ))}
      </div>
      {draft.summary === null && (
        <AnswerForm
          key={chosen.length === 0 ? 'none' : 'some'}
          id={draft.id}
          chosen={chosen}
          onDone={() => setChosen([])}
        />
      )}
    </div>
  )
}

/** By article as the draft has them; comments on the whole first. */
function inOrder(
  { articles }: ConsultationView,
  comments: readonly Comment[],
): (readonly [string | null, readonly Comment[]])[] {
  return [null, ...articles.map(({ article }) => article)].flatMap((article) => {
    const own = comments.filter((one) => one.article === article)
    return own.length > 0 ? [[article, own] as const] : []
  })
}

function Group({ article, children }: { article: string | null; children: React.ReactNode }) {
  const { t } = useTranslation('drafts')
  const language = useLanguage()
  return (
    <section className="draft-group">
      <h3 className="song">{article ? citeIn(article, language) : t('whole.name')}</h3>
      <ul>{children}</ul>
    </section>
  )
}

type LineProps = {
  readonly draft: ConsultationView
  readonly comment: Comment
  readonly all: CommentsView
  readonly isChosen: boolean
  readonly onTurn: () => void
}

function Line({ draft, comment, all, isChosen, onTurn }: LineProps) {
  const { t } = useTranslation('drafts')
  const { number, says, on } = comment
  const answer = all.answers.find(({ id }) => id === comment.answer)
  return (
    <li className="draft-line">
      <input
        type="checkbox"
        aria-label={t('received.choose', { number })}
        checked={isChosen}
        disabled={draft.summary !== null}
        onChange={onTurn}
      />
      <div>
        <p>{says}</p>
        <p className="facts-line small quiet">
          <span className="num">{number}</span>
          <span className="num">{on}</span>
          <Who draft={draft} comment={comment} />
        </p>
        {answer && (
          <p className="small draft-answer">
            <b>{t(`outcome.${answer.outcome}`)}</b> {answer.gist} — {answer.reason}{' '}
            <span className="quiet">{t('answer.by', { by: answer.by, on: answer.on })}</span>
          </p>
        )}
      </div>
    </li>
  )
}

function Who({ draft, comment }: { draft: ConsultationView; comment: Comment }) {
  const { t } = useTranslation('drafts')
  const [asked, setAsked] = useState(false)
  const erasing = useInDraft(() =>
    eraseCommenter({
      path: { id: draft.id, comment: comment.id },
      body: { key: null },
      throwOnError: true,
    }),
  )
  if (comment.name === null) return <span>{t('received.nameless')}</span>
  return (
    <>
      <span>
        {comment.name} {comment.contact}
      </span>
      <Button
        look="bare"
        disabled={erasing.isPending}
        onClick={() => (asked ? erasing.mutate() : setAsked(true))}
      >
        {asked ? t('received.sure') : t('received.erase')}
      </Button>
      {erasing.isError && <RefusalNote error={erasing.error} />}
    </>
  )
}
