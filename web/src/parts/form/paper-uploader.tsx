import { type DragEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { removePaper } from '../../api/generated/sdk.gen.ts'
import type { PaperView } from '../../api/generated/types.gen.ts'
import { useSay } from '../../words/say.ts'
import { RefusalNote } from '../refusal.tsx'
import { PaperFiles } from './paper-files.tsx'
import './paper.css'
import { sendFile } from './send-file.ts'

type Props = {
  readonly caseId: string
  readonly paper: PaperView
  readonly onChange: (paper: PaperView) => void
}

const ACCEPT: Readonly<Record<string, string>> = {
  pdf: '.pdf',
  image: '.jpg,.jpeg,.png',
  docx: '.docx',
  xlsx: '.xlsx',
}

/** One paper of a service: what it is for, its files, and a place to hand in more. */
export function PaperUploader({ caseId, paper, onChange }: Props) {
  const { t } = useTranslation()
  const say = useSay()
  const sending = useSending(caseId, paper, onChange)
  const id = useId()
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void sending.send([...event.dataTransfer.files])
  }
  const kinds = paper.kinds.map((kind) => t(`paper.kind.${kind}` as 'paper.kind.pdf')).join(' / ')
  return (
    <fieldset
      className="paper"
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      aria-label={say(paper.title)}
    >
      <p className="paper-title">
        <b>{say(paper.title)}</b>
        <span className={paper.required ? 'paper-required' : 'quiet small'}>
          {t(paper.required ? 'paper.required' : 'paper.optional')}
        </span>
      </p>
      {paper.help && <p className="ask-help">{say(paper.help)}</p>}
      <PaperFiles caseId={caseId} paper={paper} onRemove={sending.remove} />
      <p className="paper-add">
        <input
          id={id}
          className="paper-input"
          type="file"
          multiple
          accept={paper.kinds.map((kind) => ACCEPT[kind]).join(',')}
          onChange={(event) => {
            void sending.send([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        <label htmlFor={id} className="btn">
          {t(paper.files.length > 0 ? 'paper.more' : 'paper.add')}
          <span className="unseen">{say(paper.title)}</span>
        </label>
        <span className="small quiet">
          {t('paper.kinds', { kinds })}
          <span className="paper-drop"> · {t('paper.drop')}</span>
        </span>
      </p>
      {sending.now && (
        <p role="status" className="small">
          {t('paper.sending', sending.now)}
          <progress max={100} value={sending.now.percent} className="paper-progress" />
        </p>
      )}
      {sending.error !== null && <RefusalNote error={sending.error} />}
    </fieldset>
  )
}

function useSending(caseId: string, paper: PaperView, onChange: (paper: PaperView) => void) {
  const [now, setNow] = useState<{ name: string; percent: number } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const attempt = async (work: () => Promise<PaperView>) => {
    setError(null)
    try {
      onChange(await work())
    } catch (refused) {
      setError(refused)
    } finally {
      setNow(null)
    }
  }
  const send = async (files: readonly File[]) => {
    for (const file of files) {
      setNow({ name: file.name, percent: 0 })
      await attempt(() =>
        sendFile({ caseId, paper: paper.paper, file }, (percent) =>
          setNow({ name: file.name, percent }),
        ),
      )
    }
  }
  const remove = (file: string) =>
    void attempt(async () => {
      const path = { id: caseId, paper: paper.paper, file }
      return (await removePaper({ path, throwOnError: true })).data
    })
  return { now, error, send, remove }
}
