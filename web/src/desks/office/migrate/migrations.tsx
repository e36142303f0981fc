import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { undoMigration } from '../../../api/generated/sdk.gen.ts'
import type { MigrationDone } from '../../../api/generated/types.gen.ts'
import { Empty } from '../../../parts/await.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { ReasonField } from '../acts/reason-field.tsx'
import { SealButton } from '../acts/seal-button.tsx'
import { Told } from './told.tsx'

type Props = { readonly pack: string; readonly rows: readonly MigrationDone[] }

/** What was moved so far, and taking it back. */
export function Migrations({ pack, rows }: Props) {
  const { t } = useTranslation('versions')
  if (rows.length === 0) return <Empty says={t('history.none')} />
  return (
    <ul className="lines migrate-done">
      {rows.map((row) => (
        <li key={row.id}>
          <span>
            <b>{t('history.line', { cases: row.cases.length, to: row.to })}</b>{' '}
            <span className="small quiet num">
              {row.on} · {row.by}
            </span>
            <div className="small">
              {row.reason} {row.cite && <span className="quiet song">{row.cite}</span>}
            </div>
            {row.undone.length > 0 && (
              <div className="small quiet">
                {row.undone.length === row.cases.length
                  ? t('undo.undone')
                  : t('history.undone', { count: row.undone.length })}
              </div>
            )}
          </span>
          {row.undone.length < row.cases.length && <UndoForm pack={pack} row={row} />}
        </li>
      ))}
    </ul>
  )
}

function UndoForm({ pack, row }: { pack: string; row: MigrationDone }) {
  const { t } = useTranslation('versions')
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const undoing = useMutation({
    mutationFn: async () => {
      const path = { pack, id: row.id }
      return (await undoMigration({ path, body: { reason }, throwOnError: true })).data
    },
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <details className="act-fold">
      <summary>{t('undo.title')}</summary>
      <form
        className="act-form"
        onSubmit={(event) => {
          event.preventDefault()
          undoing.mutate()
        }}
      >
        <ReasonField label={t('do.reason')} value={reason} onChange={setReason} required />
        {undoing.isError && <RefusalNote error={undoing.error} />}
        {undoing.data && <Told result={undoing.data} says="undo.done" />}
        <p className="acts-row">
          <SealButton
            act={t('undo.act')}
            disabled={undoing.isPending || reason.trim().length < 4}
          />
        </p>
      </form>
    </details>
  )
}
