import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { importParties, previewParties } from '../../../api/generated/sdk.gen.ts'
import type { PartyLine, PartyRowInput } from '../../../api/generated/types.gen.ts'
import { LabelledFile } from '../../../parts/form/labelled-file.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'

/** Many organisations at once: what is wrong is told row by row before anything is entered. */
export function EnterTable() {
  const { t } = useTranslation('pool')
  const previewing = useMutation({
    mutationFn: async (file: File) =>
      (await previewParties({ body: { file }, throwOnError: true })).data,
  })
  const importing = useMutation({
    mutationFn: (rows: PartyRowInput[]) => importParties({ body: { rows }, throwOnError: true }),
    onSuccess: () => previewing.reset(),
  })
  const rows = (previewing.data ?? []).filter(({ refused }) => refused === null).map(rowOf)
  return (
    <div className="form-stack">
      <p className="small quiet">{t('table.about')}</p>
      <LabelledFile
        label={t('table.file')}
        accept=".csv,.xlsx"
        onFile={(file) => {
          importing.reset()
          previewing.mutate(file)
        }}
      />
      {previewing.isError && <RefusalNote error={previewing.error} />}
      {previewing.data && <Lines lines={previewing.data} />}
      {rows.length > 0 && (
        <p className="acts-row">
          <Button look="main" disabled={importing.isPending} onClick={() => importing.mutate(rows)}>
            {t('table.do', { count: rows.length })}
          </Button>
        </p>
      )}
      {importing.data && (
        <p role="status">{t('table.done', { count: importing.data.data.entered })}</p>
      )}
      {importing.isError && <RefusalNote error={importing.error} />}
    </div>
  )
}

function rowOf({ given: { kind, ...row } }: PartyLine): PartyRowInput {
  return { ...row, kind: kind === 'foreign' ? 'enterprise' : kind }
}

/** Those with a problem first: they are what is to be put right. */
function Lines({ lines }: { lines: readonly PartyLine[] }) {
  const { t } = useTranslation('pool')
  const say = useSay()
  const bad = lines.filter(({ refused }) => refused !== null)
  const good = lines.filter(({ refused }) => refused === null)
  return (
    <>
      <p role="status" className="num">
        <b>{t('table.good', { count: good.length })}</b> · {t('table.bad', { count: bad.length })}
      </p>
      <ul className="lines">
        {[...bad, ...good].map(({ row, given, refused }) => (
          <li key={row}>
            <span>
              <span className="small quiet num">{t('table.row', { row })}</span> {given.name}{' '}
              <span className="small quiet mono">{given.creditCode}</span>
            </span>
            {refused ? (
              <span className="small refusal-what">{say(refused.says)}</span>
            ) : (
              <span className="small quiet">{t('table.fits')}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
