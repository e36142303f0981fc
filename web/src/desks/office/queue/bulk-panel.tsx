import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { doBulk, previewBulk } from '../../../api/generated/sdk.gen.ts'
import type { BulkInput, BulkLine, CaseRow } from '../../../api/generated/types.gen.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { ReasonField } from '../acts/reason-field.tsx'

type BulkAct = BulkInput['act']
const ACTS: readonly BulkAct[] = [
  'accept',
  'recommend',
  'conclude-review',
  'deliberate',
  'propose',
  'decide',
  'certify',
  'send-back',
]

type Props = { readonly rows: readonly CaseRow[]; readonly onDone: () => void }

/** One act on several cases: what would go and what would not, and why; then each by itself. */
export function BulkPanel({ rows, onDone }: Props) {
  const { t } = useTranslation('office')
  const [act, setAct] = useState<BulkAct>('accept')
  const [text, setText] = useState('')
  const body = { act, text, cases: rows.map(({ id }) => id) }
  const { preview, run } = useBulk(body)
  const lines = run.data ?? preview.data
  return (
    <form
      className="bulk"
      aria-label={t('bulk.title', { count: rows.length })}
      onSubmit={(event) => {
        event.preventDefault()
        preview.mutate()
      }}
    >
      <b>{t('bulk.title', { count: rows.length })}</b>
      <select
        className="field"
        aria-label={t('bulk.act')}
        value={act}
        onChange={(event) => {
          preview.reset()
          setAct(event.target.value as BulkAct)
        }}
      >
        {ACTS.map((one) => (
          <option key={one} value={one}>
            {t(`bulk.act.${one}`)}
          </option>
        ))}
      </select>
      <ReasonField
        label={t('act.reason')}
        value={text}
        onChange={(said) => {
          preview.reset()
          setText(said)
        }}
        required
      />
      {(preview.isError || run.isError) && <RefusalNote error={preview.error ?? run.error} />}
      {lines && <Lines rows={rows} lines={lines} done={run.isSuccess} />}
      <p className="acts-row">
        {!run.isSuccess && (
          <Button type="submit" disabled={preview.isPending}>
            {t('bulk.preview')}
          </Button>
        )}
        {preview.data?.some(({ refused }) => !refused) && !run.isSuccess && (
          <Button look="main" disabled={run.isPending} onClick={() => run.mutate()}>
            {t('bulk.do', { count: preview.data.filter(({ refused }) => !refused).length })}
          </Button>
        )}
        <Button onClick={onDone}>{t('bulk.close')}</Button>
      </p>
    </form>
  )
}

function useBulk(body: BulkInput) {
  const queries = useQueryClient()
  const preview = useMutation({
    mutationFn: async () => (await previewBulk({ body, throwOnError: true })).data,
  })
  const run = useMutation({
    mutationFn: async () => (await doBulk({ body, throwOnError: true })).data,
    onSuccess: () => queries.invalidateQueries(),
  })
  return { preview, run }
}

type LinesProps = { rows: readonly CaseRow[]; lines: readonly BulkLine[]; done: boolean }

function Lines({ rows, lines, done }: LinesProps) {
  const { t } = useTranslation('office')
  const say = useSay()
  return (
    <ul className="bulk-lines">
      {lines.map(({ caseId, refused }) => (
        <li key={caseId}>
          <span>{rows.find(({ id }) => id === caseId)?.party}</span>
          {refused ? (
            <span className="over">{say(refused.says)}</span>
          ) : (
            <span>{t(done ? 'bulk.done' : 'bulk.will')}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
