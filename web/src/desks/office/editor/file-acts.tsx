import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import type { Files } from './checked.ts'
import { FIXED, KINDS, type Kind, pathFor, renamedPath, templateOf } from './templates.ts'

type Props = {
  readonly files: Files
  readonly file: string
  readonly onChange: (files: Files, open: string) => void
}

/** A new file from a template; the open one under another name or taken away, and back again. */
export function FileActs({ files, file, onChange }: Props) {
  const { t } = useTranslation('editor')
  const [before, setBefore] = useState<{ files: Files; file: string; gone: string } | null>(null)
  const change = (next: Files, open: string) => {
    setBefore(null)
    onChange(next, open)
  }
  const { [file]: text = '', ...others } = files
  const mayMove = !FIXED.includes(file) && !file.startsWith('vocabulary/')
  return (
    <div className="pack-file-acts">
      <NewFile
        files={files}
        onMake={(path, content) => change({ ...files, [path]: content }, path)}
      />
      {mayMove && (
        <>
          <Rename
            key={file}
            files={files}
            file={file}
            onRename={(path) => change({ ...others, [path]: text }, path)}
          />
          <Button
            look="bare"
            onClick={() => {
              onChange(others, FIXED[0] ?? '')
              setBefore({ files, file, gone: file })
            }}
          >
            {t('file.delete', { file })}
          </Button>
        </>
      )}
      {before && (
        <p role="status" className="small">
          {t('file.deleted', { file: before.gone })}{' '}
          <Button look="bare" onClick={() => change(before.files, before.file)}>
            {t('file.undo')}
          </Button>
        </p>
      )}
    </div>
  )
}

type NewProps = { files: Files; onMake: (path: string, text: string) => void }

function NewFile({ files, onMake }: NewProps) {
  const { t } = useTranslation('editor')
  const [kind, setKind] = useState<Kind>('conditions')
  const [name, setName] = useState('')
  const path = pathFor(kind, name, files)
  return (
    <details>
      <summary className="small">{t('file.new')}</summary>
      <form
        className="pack-file-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!path) return
          onMake(path, templateOf(kind, name, files))
          setName('')
        }}
      >
        <label className="small">
          {t('file.kind')}
          <select
            className="field"
            value={kind}
            onChange={(event) => setKind(event.target.value as Kind)}
          >
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`files.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <NameField label={t('file.name')} name={name} onName={setName} />
        <Button type="submit" disabled={!path}>
          {t('file.make')}
        </Button>
      </form>
    </details>
  )
}

type RenameProps = { files: Files; file: string; onRename: (path: string) => void }

function Rename({ files, file, onRename }: RenameProps) {
  const { t } = useTranslation('editor')
  const [name, setName] = useState(file.replace(/^[^/]+\/|\.ya?ml$/g, ''))
  const path = renamedPath(file, name, files)
  return (
    <details>
      <summary className="small">{t('file.rename')}</summary>
      <form
        className="pack-file-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (path) onRename(path)
        }}
      >
        <NameField label={t('file.name')} name={name} onName={setName} />
        <Button type="submit" disabled={!path}>
          {t('file.rename.do')}
        </Button>
      </form>
    </details>
  )
}

type NameProps = { label: string; name: string; onName: (name: string) => void }

function NameField({ label, name, onName }: NameProps) {
  const { t } = useTranslation('editor')
  return (
    <label className="small">
      {label}
      <input
        className="field mono"
        value={name}
        maxLength={60}
        placeholder={t('file.name.like')}
        onChange={(event) => onName(event.target.value)}
      />
    </label>
  )
}
