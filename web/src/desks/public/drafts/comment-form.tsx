import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { commentOn } from '../../../api/generated/sdk.gen.ts'
import type { ConsultationView } from '../../../api/generated/types.gen.ts'
import '../../../parts/form/form.css'
import { LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { LabelledText } from '../../../parts/form/labelled-text.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { citeIn } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../words/say.ts'
import '../public.css'
import { keepKey } from './kept-keys.ts'

/** Typed once for all comments of a visit; kept nowhere. */
export type Author = { readonly name: string; readonly contact: string }

export type Writing = {
  readonly draft: ConsultationView
  readonly author: Author
  readonly onAuthor: (author: Author) => void
}
type Here = Writing & { readonly article: string | null }

/** The way to comment on an article or the whole: a button that unfolds a form in its place. */
export function CommentHere(here: Here) {
  const { t } = useTranslation('drafts')
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const { draft, article } = here
  const { phase, opensOn, closesOn } = draft
  if (phase !== 'open') {
    if (article !== null) return null
    const isAhead = phase === 'prepared' || phase === 'coming'
    const says = isAhead
      ? t('comment.not-yet', { on: opensOn })
      : t('comment.over', { on: closesOn })
    return <p className="quiet">{says}</p>
  }
  if (isOpen) return <CommentForm {...here} onClose={() => setOpen(false)} />
  const on = article && citeIn(article, language)
  return (
    <p className="draft-comment">
      <Button look={on ? 'bare' : 'plain'} onClick={() => setOpen(true)}>
        {on ? t('article.comment-on', { article: on }) : t('whole.comment')}
      </Button>
    </p>
  )
}

function CommentForm({ onClose, ...here }: Here & { onClose: () => void }) {
  const { t } = useTranslation('drafts')
  const { says, setSays, consent, setConsent, sending } = useCommenting(here)
  if (sending.data) return <Sent number={sending.data.number} />
  return (
    <form
      className="form-stack draft-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        sending.mutate()
      }}
    >
      <p className="small quiet">{t('comment.about')}</p>
      <LabelledText
        label={t('comment.says')}
        value={says}
        onChange={setSays}
        length={{ least: 5, most: 4000 }}
      />
      <WhoWrites {...here} consent={consent} onConsent={setConsent} />
      {sending.isError && <RefusalNote error={sending.error} />}
      <p className="acts-row">
        <Button type="submit" look="main" disabled={!consent || sending.isPending}>
          {t('comment.send')}
        </Button>
        <Button onClick={onClose}>{t('comment.cancel')}</Button>
      </p>
    </form>
  )
}

function useCommenting({ draft, article, author }: Here) {
  const queries = useQueryClient()
  const [says, setSays] = useState('')
  const [consent, setConsent] = useState(false)
  const sending = useMutation({
    mutationFn: async () => {
      const body = { ...author, article, says, consent: true as const }
      return (await commentOn({ path: { id: draft.id }, body, throwOnError: true })).data
    },
    onSuccess: ({ key }) => {
      keepKey(draft.id, key)
      return queries.invalidateQueries({ queryKey: ['own-comments', draft.id] })
    },
  })
  return { says, setSays, consent, setConsent, sending }
}

type Consenting = Writing & {
  readonly consent: boolean
  readonly onConsent: (consent: boolean) => void
}

function WhoWrites({ draft, author, onAuthor, consent, onConsent }: Consenting) {
  const { t } = useTranslation('drafts')
  const say = useSay()
  return (
    <>
      <div className="form-pairs">
        <LabelledInput
          label={t('comment.name')}
          autoComplete="name"
          value={author.name}
          onChange={(name) => onAuthor({ ...author, name })}
        />
        <LabelledInput
          label={t('comment.contact')}
          hint={t('comment.contact.help')}
          value={author.contact}
          onChange={(contact) => onAuthor({ ...author, contact })}
        />
      </div>
      <label className="option draft-consent">
        <input
          type="checkbox"
          required
          checked={consent}
          onChange={(event) => onConsent(event.target.checked)}
        />
        <span>{t('comment.consent', { office: say(draft.office) })}</span>
      </label>
    </>
  )
}

function Sent({ number }: { number: string }) {
  const { t } = useTranslation('drafts')
  return (
    <div role="status" className="sent">
      <p>
        <b>{t('comment.sent')}</b> <span className="num">{number}</span>
      </p>
      <p>{t('comment.sent.next')}</p>
    </div>
  )
}
