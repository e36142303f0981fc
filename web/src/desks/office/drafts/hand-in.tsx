import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { publishConsultation } from '../../../api/generated/sdk.gen.ts'
import type { ConsultationView } from '../../../api/generated/types.gen.ts'
import { usePerson } from '../../../api/session.ts'
import { Block } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { SealButton } from '../acts/seal-button.tsx'
import { sendDocument, useInDraft } from './use-draft.ts'

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
            <Document url={`/api/consultations/${id}/draft`} label={t('hand.draft')} />
          )}
          {articles.length > 0 && <p>{t('hand.articles', { count: articles.length })}</p>}
          <Document url={`/api/consultations/${id}/note`} label={t('hand.note')} />
          {noteFile && <p>{noteFile.name}</p>}
          {note && <p className="draft-said">{note}</p>}
        </div>
      </Block>
      <Publish id={id} />
    </>
  )
}

function Document({ url, label }: { url: string; label: string }) {
  const { t } = useTranslation('drafts')
  const id = useId()
  const sending = useInDraft((file: File) => sendDocument(url, file))
  return (
    <div className="field-row">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        type="file"
        accept=".docx,.pdf,.txt,.md,.html"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) sending.mutate(file)
          event.target.value = ''
        }}
      />
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
