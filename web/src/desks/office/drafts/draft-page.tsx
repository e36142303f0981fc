import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { viewConsultationOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import type { ConsultationView } from '../../../api/generated/types.gen.ts'
import { Await, Skeleton } from '../../../parts/await.tsx'
import { Page } from '../../../parts/page.tsx'
import { useSay } from '../../../words/say.ts'
import './drafts.css'
import { Ending, LinkAdopted } from './ending.tsx'
import { HandIn } from './hand-in.tsx'
import { Received } from './received.tsx'

/** One consultation at the desk: made ready, published, answered, summed up. */
export function DraftPage() {
  const { id } = useParams({ from: '/office/drafts/$id' })
  const { ready } = useTranslation('drafts')
  const query = useQuery(viewConsultationOptions({ path: { id } }))
  if (!ready) return <Skeleton lines={8} />
  return <Await query={query}>{(draft) => <Draft draft={draft} />}</Await>
}

function Draft({ draft }: { draft: ConsultationView }) {
  const { t } = useTranslation('drafts')
  const say = useSay()
  const { number, phase, opensOn, closesOn, id } = draft
  return (
    <Page
      title={say(draft.title)}
      trail={[[t('desk.title'), '/office/drafts']]}
      about={
        <p className="facts-line small">
          <span>{t(`phase.${phase}`)}</span>
          <span className="num">{number}</span>
          <span className="num">
            {opensOn} — {closesOn}
          </span>
          <Link to="/drafts/$id" params={{ id }}>
            {t('hand.look')}
          </Link>
        </p>
      }
    >
      {phase === 'prepared' ? (
        <HandIn draft={draft} />
      ) : (
        <>
          <Received draft={draft} />
          <Ending draft={draft} />
          {draft.summary && !draft.adopted && <LinkAdopted draft={draft} />}
        </>
      )}
    </Page>
  )
}
