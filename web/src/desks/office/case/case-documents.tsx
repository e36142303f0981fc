import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../../api/generated/types.gen.ts'
import { Empty } from '../../../parts/await.tsx'
import { FileLook } from '../../../parts/form/file-look.tsx'
import '../../../parts/form/paper.css'
import { useSay } from '../../../words/say.ts'

export function CaseDocuments({ view }: { view: CaseView }) {
  const { t } = useTranslation('office')
  const say = useSay()
  if (view.documents.length === 0) return <Empty says={t('case.documents.none')} />
  return (
    <>
      <p>
        <a href={`/api/cases/${view.id}/archive`}>{t('case.archive')}</a>
      </p>
      <ul className="lines">
        {view.documents.map(({ id, title, number, on }) => (
          <li key={id}>
            <span>
              {say(title)} <span className="small quiet num">{number}</span>
            </span>
            <span className="small num">
              {on}{' '}
              <a href={`/api/cases/${view.id}/documents/${id}`} target="_blank" rel="noreferrer">
                PDF<span className="unseen">{say(title)}</span>
              </a>
            </span>
            <FileLook
              address={`/api/cases/${view.id}/documents/${id}`}
              name={say(title)}
              media="application/pdf"
            />
          </li>
        ))}
      </ul>
    </>
  )
}
