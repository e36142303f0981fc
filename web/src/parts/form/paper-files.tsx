import { useTranslation } from 'react-i18next'
import type { PaperView } from '../../api/generated/types.gen.ts'
import { fileSize, shortHash } from '../../ui/format.ts'
import { FileLook } from './file-look.tsx'
import './paper.css'

type Props = {
  readonly caseId: string
  readonly paper: PaperView
  readonly onRemove?: (file: string) => void
}

/** The files handed in for a paper, each with size, day and fingerprint. */
export function PaperFiles({ caseId, paper, onRemove }: Props) {
  const { t } = useTranslation()
  if (paper.files.length === 0)
    return onRemove ? null : <p className="quiet small">{t('paper.none')}</p>
  return (
    <ul className="paper-files">
      {paper.files.map((file) => (
        <li key={file.id}>
          <a
            href={`/api/cases/${caseId}/papers/${paper.paper}/${file.id}`}
            target="_blank"
            rel="noreferrer"
          >
            {file.name}
          </a>
          <span className="small quiet num">
            {fileSize(file.size)} · {t('paper.on', { day: file.uploadedOn })} ·{' '}
            <span className="mono" title={file.sha256}>
              {shortHash(file.sha256)}
            </span>
          </span>
          <FileLook
            address={`/api/cases/${caseId}/papers/${paper.paper}/${file.id}`}
            name={file.name}
            media={file.media}
          />
          {onRemove && (
            <button
              type="button"
              className="btn btn-bare"
              aria-label={t('paper.remove.name', { name: file.name })}
              onClick={() => onRemove(file.id)}
            >
              {t('paper.remove')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
