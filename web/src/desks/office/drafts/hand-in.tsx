import { useTranslation } from 'react-i18next'
import { handInDraft, handInNote, publishConsultation } from '../../../api/generated/sdk.gen.ts'
import type { ConsultationView } from '../../../api/generated/types.gen.ts'
import { usePerson } from '../../../api/session.ts'
import { LabelledFile } from '../../../parts/form/labelled-file.tsx'
import { Block } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { SealButton } from '../acts/seal-button.tsx'
import { useInDraft } from './use-draft.ts'

/** What is still needed before publication, and the publication itself by whoever signs. */
export function HandIn({ draft }: { draft: ConsultationView }) {
  const { t } = useTranslation('drafts')
  const { id, pack, articles, note, files } = draft
  const noteFile = files.find((file) => file.of === 'note')
  return (
    <>
      <Block heading={t('hand.title')}>
        <div className="form-stack">
          {pack === null && (
            <Document
              label={t('hand.draft')}
              send={(file) => handInDraft({ path: { id }, body: { file }, throwOnError: true })}
            />
          )}
          {articles.length > 0 && <p>{t('hand.articles', { count: articles.length })}</p>}
          <Document
            label={t('hand.note')}
            send={(file) => handInNote({ path: { id }, body: { file }, throwOnError: true })}
          />
          {noteFile && <p>{noteFile.name}</p>}
          {note && <p className="draft-said">{note}</p>}
        </div>
      </Block>
      <Publish id={id} />
    </>
  )
}

type DocumentProps = {
  readonly label: string
  readonly send: (file: File) => Promise<unknown>
}

function Document({ label, send }: DocumentProps) {
  const { t } = useTranslation('drafts')
  const sending = useInDraft(send)
  return (
    <div>
      <LabelledFile label={label} accept=".docx,.pdf,.txt,.md,.html" onFile={sending.mutate} />
      {sending.isPending && <p role="status">{t('hand.sending')}</p>}
      {sending.isError && <RefusalNote error={sending.error} />}
    </div>
  )
}

function Publish({ id }: { id: string }) {
  const { t } = useTranslation('drafts')
  const signs = (usePerson()?.rights ?? []).includes('consultation.publish')
  const publishing = useInDraft(() => publishConsultation({ path: { id }, throwOnError: true }))
  return (
    <Block heading={t('publish.title')}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault()
          publishing.mutate()
        }}
      >
        <p>{t('publish.about')}</p>
        {publishing.isError && <RefusalNote error={publishing.error} />}
        {signs ? (
          <p className="acts-row">
            <SealButton act={t('publish.do')} disabled={publishing.isPending} />
          </p>
        ) : (
          <p className="quiet">{t('publish.sign')}</p>
        )}
      </form>
    </Block>
  )
}
