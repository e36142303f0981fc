import { useTranslation } from 'react-i18next'
import { type Change, useChanges } from '../../../api/changes.ts'
import { verifyChange } from '../../../api/generated/sdk.gen.ts'
import { useToday } from '../../../api/session.ts'
import { ChangeLines } from '../../../parts/changes/change-lines.tsx'
import { GivenForm } from '../../../parts/changes/given-form.tsx'
import { Block } from '../../../parts/page.tsx'
import { Camera } from './camera.tsx'
import { Settle } from './settle.tsx'

type Props = { readonly caseId: string; readonly of: Change }

/** The changes reported on a case, with the step that is due: the visit, or what it comes to. */
export function Changes({ caseId }: { caseId: string }) {
  const { t } = useTranslation('changes')
  const { data } = useChanges(caseId)
  if (!data || data.changes.length === 0) return null
  return (
    <Block heading={t('title')} id="changes">
      {data.changes.map((of) => (
        <section key={of.id} aria-label={of.title.zh}>
          <ChangeLines caseId={caseId} of={of} />
          {of.may.includes('verify') && <Verify caseId={caseId} of={of} />}
          {of.may.includes('settle') && <Settle caseId={caseId} of={of} />}
        </section>
      ))}
    </Block>
  )
}

function Verify({ caseId, of }: Props) {
  const { t } = useTranslation('changes')
  const today = useToday()
  const how = [
    { value: 'no', label: t('verify.on-site') },
    { value: 'yes', label: t('verified.remote') },
  ]
  const results = [
    { value: 'yes', label: t('verified.as-reported') },
    { value: 'no', label: t('verified.differs') },
  ]
  return (
    <GivenForm
      caseId={caseId}
      act={t('verify.do')}
      first={{ visitedOn: today, remote: 'no', asReported: 'yes' }}
      fields={[
        { name: 'visitedOn', label: t('verify.on'), type: 'date', max: today },
        { name: 'remote', label: t('verify.how'), options: how },
        { name: 'asReported', label: t('verify.result'), options: results },
        { name: 'found', label: t('verify.found'), type: 'long' },
      ]}
      send={({ visitedOn = '', remote, asReported, found = '' }) =>
        verifyChange({
          path: { id: caseId, change: of.id },
          body: { visitedOn, remote: remote === 'yes', asReported: asReported === 'yes', found },
          throwOnError: true,
        })
      }
    >
      <Camera caseId={caseId} changeId={of.id} />
    </GivenForm>
  )
}
