import type { Words } from '@banfa/policy/run'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InstalledVersion, MeasureView, PackSource } from '../../../api/generated/types.gen.ts'
import { usePerson } from '../../../api/session.ts'
import { Button } from '../../../ui/button.tsx'
import { useLanguage, useSay } from '../../../words/say.ts'
import type { Checked, Files } from './checked.ts'
import { CodeView, type Goal } from './code/code-view.tsx'
import { download, zipped } from './download.ts'
import { FileList } from './file-list.tsx'
import { InstallForm } from './install-form.tsx'
import { withVersion } from './kept-edits.ts'
import { ComplaintsPanel } from './panels/complaints-panel.tsx'
import { CoveragePanel } from './panels/coverage-panel.tsx'
import { CursorPanel } from './panels/cursor-panel.tsx'
import { ExamplesPanel } from './panels/examples-panel.tsx'
import { Standing } from './standing.tsx'
import { useChecked } from './use-checked.ts'
import { useFiles } from './use-files.ts'
import { useKnown } from './use-known.ts'
import { usePhrases } from './use-phrases.ts'

type Props = {
  readonly source: PackSource
  readonly title: Words
  readonly texts: MeasureView['texts']
  /** Installed versions, newest first. */
  readonly versions: readonly string[]
  /** The version installed from this page last. */
  readonly installed: InstalledVersion | null
  readonly onInstalled: (made: InstalledVersion) => void
}

const EMPTY = { names: [], articles: [], units: [], functions: [], words: [] }
const FIRST = 'pack.yaml'

/** The files at the left, one of them open, what is wrong and what is known of it at the right. */
export function Editing(props: Props) {
  const { source, title, texts, versions, installed, onInstalled } = props
  const language = useLanguage()
  const kept = useFiles(source)
  const { files } = kept
  const { checked, schemas, isBehind } = useChecked(files)
  const [file, setFile] = useState(FIRST)
  const [goal, setGoal] = useState<Goal | null>(null)
  const [revision, setRevision] = useState(0)
  const [cursor, setCursor] = useState({ number: 1, text: '', column: 0 })
  const mayInstall = usePerson()?.rights.includes('measure.install') ?? false
  const outline = checked?.outline ?? EMPTY
  const phrases = usePhrases()
  const known = useKnown(outline, texts)
  const goTo = (at: Omit<Goal, 'turn'>) => {
    setFile(at.file)
    setGoal((before) => ({ ...at, turn: (before?.turn ?? 0) + 1 }))
  }
  const replaced = (change: () => void) => {
    change()
    setRevision((before) => before + 1)
  }
  const refile = (next: Files, open: string) => {
    setFile(open)
    replaced(() => kept.setFiles(next))
  }
  const complaints = checked?.complaints ?? []
  return (
    <div className="pack-editor">
      <Head
        {...{ source, title, checked, isBehind, kept }}
        onTakeBack={() => replaced(kept.takeBack)}
      />
      <div className="pack-body">
        <FileList
          {...{ files, file, complaints, edited: kept.edited }}
          onOpen={setFile}
          onChange={refile}
        />
        <CodeView
          label={file}
          file={file}
          text={files[file] ?? ''}
          revision={revision}
          complaints={complaints}
          goal={goal}
          writing={() => ({ file, schemas, outline, language })}
          changed={(text) => kept.write(file, text)}
          moved={(number, text, column) => setCursor({ number, text, column })}
          shown={known}
          phrases={phrases}
        />
        <aside className="pack-side">
          <CursorPanel outline={outline} line={{ ...cursor, file }} known={known} />
          <ComplaintsPanel complaints={complaints} onOpen={goTo} />
          <ExamplesPanel checked={checked} onOpen={goTo} />
          <CoveragePanel checked={checked} />
          {mayInstall && (
            <InstallForm
              {...{ pack: source.pack, files, versions }}
              mayNot={complaints.some(({ level }) => level === 'error') || isBehind}
              onVersion={(version) => refile(withVersion(files, version), file)}
              made={installed?.version === source.version ? installed : null}
              onInstalled={(made) => onInstalled(kept.forget(made))}
            />
          )}
        </aside>
      </div>
    </div>
  )
}

type HeadProps = Pick<Props, 'source' | 'title'> & {
  readonly checked: Checked | null
  readonly isBehind: boolean
  readonly kept: ReturnType<typeof useFiles>
  readonly onTakeBack: () => void
}

function Head({ source, title, checked, isBehind, kept, onTakeBack }: HeadProps) {
  const { t } = useTranslation('editor')
  const say = useSay()
  const edited = kept.edited.length
  return (
    <header className="pack-head">
      <div>
        <h1>{t('title', { measure: say(title) })}</h1>
        <Standing {...{ source, checked, isBehind, edited }} kept={kept.isKept} />
      </div>
      <p className="pack-acts">
        <Button onClick={() => download(`${source.pack}.zip`, zipped(source.pack, kept.files))}>
          {t('download')}
        </Button>
        <Button disabled={edited === 0} onClick={onTakeBack}>
          {t('take-back')}
        </Button>
      </p>
    </header>
  )
}
