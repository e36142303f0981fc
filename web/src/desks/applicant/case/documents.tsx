import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../../api/generated/types.gen.ts'
import { Empty } from '../../../parts/await.tsx'
import { useSay } from '../../../words/say.ts'

/** Receipts, notices and decisions, to read and keep. */
export function Documents({ view }: { view: CaseView }) {
  const { t } = useTranslation('applicant')
  const say = useSay()
  if (view.documents.length === 0) return <Empty says={t('case.documents.none')} />
  return (
    <>
      <ul className="documents">
        {view.documents.map((document) => (
          <li key={document.id}>
            <span>
              <b>{say(document.title)}</b>{' '}
              <span className="small quiet num">
                {document.number} {document.on}
              </span>
            </span>
            <a
              className="btn"
              href={`/api/cases/${view.id}/documents/${document.id}`}
              target="_blank"
              rel="noreferrer"
            >
              {t('case.download')}
              <span className="unseen">{say(document.title)}</span>
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/api/cases/${view.id}/archive`}>{t('case.archive')}</a>
      </p>
    </>
  )
}
