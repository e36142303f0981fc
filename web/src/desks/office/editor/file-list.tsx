import { useTranslation } from 'react-i18next'
import type { Complaint, Files } from './checked.ts'
import { FileActs } from './file-acts.tsx'

type Props = {
  readonly files: Files
  readonly file: string
  readonly complaints: readonly Complaint[]
  readonly edited: readonly string[]
  readonly onOpen: (file: string) => void
  readonly onChange: (files: Files, open: string) => void
}

/** In the order in which a pack is written. */
const GROUPS = [
  ['pack', /^[^/]+$/],
  ['conditions', /^conditions\//],
  ['values', /^values\//],
  ['services', /^services\//],
  ['examples', /^examples\//],
  ['vocabulary', /^vocabulary\//],
] as const

export function FileList({ files, file, complaints, edited, onOpen, onChange }: Props) {
  const { t } = useTranslation('editor')
  const paths = Object.keys(files).sort((a, b) => (a === 'pack.yaml' ? -1 : a.localeCompare(b)))
  const errorsIn = (path: string) =>
    complaints.filter((one) => one.file === path && one.level === 'error').length
  return (
    <nav className="pack-files" aria-label={t('files')}>
      {GROUPS.map(([group, pattern]) => {
        const own = paths.filter((path) => pattern.test(path))
        return own.length === 0 ? null : (
          <section key={group}>
            <h2>{t(`files.${group}`)}</h2>
            <ul>
              {own.map((path) => (
                <li key={path}>
                  <button
                    type="button"
                    className="pack-file"
                    aria-current={path === file}
                    onClick={() => onOpen(path)}
                  >
                    <span>{path.replace(/^[^/]+\/|\.ya?ml$/g, '')}</span>
                    {edited.includes(path) && (
                      <span className="pack-edited">{t('file.edited')}</span>
                    )}
                    {errorsIn(path) > 0 && (
                      <span className="pack-count num">
                        {t('file.errors', { count: errorsIn(path) })}
                      </span>
                    )}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      <FileActs {...{ files, file, onChange }} />
    </nav>
  )
}
