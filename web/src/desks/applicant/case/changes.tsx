import { useTranslation } from 'react-i18next'
import { useChanges } from '../../../api/changes.ts'
import { fileChange, reportChange } from '../../../api/generated/sdk.gen.ts'
import type { ChangesView } from '../../../api/generated/types.gen.ts'
import { ChangeLines } from '../../../parts/changes/change-lines.tsx'
import { GivenForm } from '../../../parts/changes/given-form.tsx'
import { Block } from '../../../parts/page.tsx'
import { useSay } from '../../../words/say.ts'

/** Changes of what was recognised: those reported, and reporting another. */
export function Changes({ caseId }: { caseId: string }) {
  const { t } = useTranslation('changes')
  const { data } = useChanges(caseId)
  if (!data || (data.changes.length === 0 && !data.report)) return null
  return (
    <Block heading={t('title')} cites={data.report ? [data.report.cite] : []} id="changes">
      {data.changes.map((of) => (
        <section key={of.id} aria-label={of.title.zh}>
          <ChangeLines caseId={caseId} of={of} />
          {of.may.includes('file') && (
            <GivenForm
              caseId={caseId}
              act={t('file.do')}
              fields={[{ name: 'said', label: t('file.said'), type: 'long' }]}
              send={({ said = '' }) =>
                fileChange({
                  path: { id: caseId, change: of.id },
                  body: { said },
                  throwOnError: true,
                })
              }
            >
              <p>{t('file.about')}</p>
            </GivenForm>
          )}
        </section>
      ))}
      {data.report && <Report caseId={caseId} report={data.report} />}
    </Block>
  )
}

type ReportProps = { caseId: string; report: NonNullable<ChangesView['report']> }

function Report({ caseId, report }: ReportProps) {
  const { t } = useTranslation('changes')
  const say = useSay()
  const first = { kind: report.kinds[0]?.name ?? '' }
  const kinds = report.kinds.map((one) => ({ value: one.name, label: say(one.title) }))
  return (
    <details className="no-print">
      <summary>{t('report')}</summary>
      <GivenForm
        caseId={caseId}
        act={t('report.do')}
        first={first}
        fields={[
          { name: 'kind', label: t('report.kind'), options: kinds },
          { name: 'plannedOn', label: t('report.planned'), type: 'date' },
          { name: 'said', label: t('report.said'), type: 'long' },
          { name: 'why', label: t('report.why'), isOptional: true },
        ]}
        send={({ kind = '', plannedOn = '', said = '', why = '' }) =>
          reportChange({
            path: { id: caseId },
            body: { kind, plannedOn, said, why: why || null },
            throwOnError: true,
          })
        }
      >
        <p>{t('report.about')}</p>
      </GivenForm>
    </details>
  )
}
