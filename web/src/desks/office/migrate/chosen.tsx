import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { migrateCases } from '../../../api/generated/sdk.gen.ts'
import type { Migrated, MigrationPreview } from '../../../api/generated/types.gen.ts'
import { Empty } from '../../../parts/await.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { ReasonField } from '../acts/reason-field.tsx'
import { SealButton } from '../acts/seal-button.tsx'
import { Lines } from './lines.tsx'

type Props = {
  readonly preview: MigrationPreview
  readonly onDone: (result: Migrated) => void
}

/** The lines one chooses from, and the act on those chosen. */
export function Chosen({ preview, onDone }: Props) {
  const { t } = useTranslation('versions')
  const movable = preview.lines.filter(({ stop }) => stop === null).map(({ caseId }) => caseId)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const isAll = chosen.length === movable.length
  if (preview.lines.length === 0) return <Empty says={t('none')} />
  return (
    <>
      {movable.length > 0 && (
        <p className="acts-row">
          <Button onClick={() => setChosen(isAll ? [] : movable)}>
            {isAll ? t('choose.none') : t('choose.all', { count: movable.length })}
          </Button>
        </p>
      )}
      <Lines
        lines={preview.lines}
        chosen={chosen}
        onChoose={(id) =>
          setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
        }
      />
      {chosen.length > 0 && <MigrateForm preview={preview} chosen={chosen} onDone={onDone} />}
    </>
  )
}

type FormProps = Props & { readonly chosen: readonly string[] }

function MigrateForm({ preview: { pack, to }, chosen, onDone }: FormProps) {
  const { t } = useTranslation('versions')
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const migrating = useMutation({
    mutationFn: async (): Promise<Migrated> => {
      const body = { to, cases: [...chosen], reason }
      return (await migrateCases({ path: { pack }, body, throwOnError: true })).data
    },
    onSuccess: (result) => {
      onDone(result)
      return queries.invalidateQueries()
    },
  })
  return (
    <form
      className="form-stack migrate-form"
      onSubmit={(event) => {
        event.preventDefault()
        migrating.mutate()
      }}
    >
      <h3>{t('do.title')}</h3>
      <ReasonField label={t('do.reason')} value={reason} onChange={setReason} required />
      {migrating.isError && <RefusalNote error={migrating.error} />}
      <p className="acts-row">
        <SealButton
          act={t('do.act', { count: chosen.length })}
          disabled={migrating.isPending || reason.trim().length < 4}
        />
      </p>
    </form>
  )
}
