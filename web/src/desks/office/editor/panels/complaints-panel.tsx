import { useTranslation } from 'react-i18next'
import { ArticleMark } from '../../../../parts/margin/article-mark.tsx'
import { useSay } from '../../../../words/say.ts'
import type { Complaint } from '../checked.ts'
import { type OnOpen, Panel, PlaceLine } from './panel.tsx'

type Props = { readonly complaints: readonly Complaint[]; readonly onOpen: OnOpen }

/** Every complaint at once: what, where, under which article, what would mend it. Errors first. */
export function ComplaintsPanel({ complaints, onOpen }: Props) {
  const { t } = useTranslation('editor')
  const errors = complaints.filter(({ level }) => level === 'error')
  const warnings = complaints.filter(({ level }) => level === 'warning')
  return (
    <Panel heading={t('complaints')} count={String(errors.length)}>
      {errors.length === 0 && <p className="small quiet">{t('complaints.none')}</p>}
      <Lines of={errors} onOpen={onOpen} />
      {warnings.length > 0 && (
        <details className="pack-fold">
          <summary>{t('warnings', { count: warnings.length })}</summary>
          <Lines of={warnings} onOpen={onOpen} />
        </details>
      )}
    </Panel>
  )
}

function Lines({ of, onOpen }: { of: readonly Complaint[]; onOpen: OnOpen }) {
  const say = useSay()
  return (
    <ul className="pack-lines">
      {of.map(({ file, line, column, code, cite, says, suggestion }) => (
        <li key={`${file}:${line}:${column}:${code}:${says.en}`}>
          <PlaceLine file={file} line={line} onOpen={onOpen}>
            <span>
              {say(says)}
              {suggestion && <b className="pack-mend"> {say(suggestion)}</b>}
            </span>
          </PlaceLine>
          {cite && <ArticleMark cite={cite} />}
        </li>
      ))}
    </ul>
  )
}
