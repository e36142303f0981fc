import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewConsultationOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import type { ConsultationView } from '../../../api/generated/types.gen.ts'
import { Await, Skeleton } from '../../../parts/await.tsx'
import { Grounds } from '../../../parts/margin/margin.tsx'
import { Block, Page } from '../../../parts/page.tsx'
import { useSay } from '../../../words/say.ts'
import { Adopted } from './adopted.tsx'
import { Adoption } from './adoption.tsx'
import { type Author, CommentHere } from './comment-form.tsx'
import { DraftArticles } from './draft-articles.tsx'
import './drafts.css'
import { PhaseLine } from './drafts-page.tsx'
import { OwnComments } from './own-comments.tsx'
import { TimeBlock } from './time-block.tsx'

const here = getRouteApi('/drafts/$id')

/** One draft: its time and note, what became of the comments, the articles each to comment on. */
export function DraftPage() {
  const { t, ready } = useTranslation('drafts')
  const { id } = here.useParams()
  const query = useQuery(viewConsultationOptions({ path: { id } }))
  if (!ready) return <Skeleton lines={8} />
  if (query.data) return <Draft draft={query.data} />
  return (
    <Page title={t('list.title')} trail={[[t('list.title'), '/drafts']]}>
      <Block>
        <Await query={query}>{() => null}</Await>
      </Block>
    </Page>
  )
}

function Draft({ draft }: { draft: ConsultationView }) {
  const { t } = useTranslation('drafts')
  const say = useSay()
  const [author, setAuthor] = useState<Author>({ name: '', contact: '' })
  const writing = { draft, author, onAuthor: setAuthor }
  return (
    <Grounded draft={draft}>
      <Page
        title={say(draft.title)}
        trail={[[t('list.title'), '/drafts']]}
        about={<PhaseLine row={draft} />}
      >
        <TimeBlock draft={draft} />
        {draft.note && (
          <Block heading={t('note.title')}>
            <div className="draft-note">
              {draft.note.split('\n').map((line, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change.
                <p key={at}>{line}</p>
              ))}
            </div>
          </Block>
        )}
        {draft.summary && <Adoption draft={draft} summary={draft.summary} />}
        {draft.adopted && <Adopted adopted={draft.adopted} />}
        <OwnComments id={draft.id} />
        <Block heading={t('whole.title')}>
          {draft.phase === 'open' && <p className="quiet">{t('whole.about')}</p>}
          <CommentHere {...writing} article={null} />
        </Block>
        <DraftArticles {...writing} />
      </Page>
    </Grounded>
  )
}

/** Articles open in the margin where the draft is an installed version. */
function Grounded({ draft, children }: { draft: ConsultationView; children: ReactNode }) {
  const { pack, version } = draft
  if (pack === null || version === null) return children
  return (
    <Grounds pack={pack} version={version}>
      {children}
    </Grounds>
  )
}
