import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listTransferChoicesOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { transferCase } from '../../../api/generated/sdk.gen.ts'
import type { CaseView, MayAct } from '../../../api/generated/types.gen.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../words/say.ts'
import { useAct } from '../use-case.ts'
import { ReasonField } from './reason-field.tsx'

/** Hands the case to the office in charge; its clock begins anew there. */
export function TransferForm({ view, may }: { view: CaseView; may: MayAct }) {
  const { t } = useTranslation('office')
  const say = useSay()
  const id = useId()
  const { data: offices = [] } = useQuery(listTransferChoicesOptions({ path: { id: view.id } }))
  const [district, setDistrict] = useState('')
  const [reason, setReason] = useState('')
  const act = useAct(view.id, () =>
    transferCase({ path: { id: view.id }, body: { district, reason }, throwOnError: true }),
  )
  return (
    <form
      className="act-form-in"
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate(undefined)
      }}
    >
      <p className="small">{t('transfer.about')}</p>
      <div className="field-row">
        <label htmlFor={id}>{t('transfer.to')}</label>
        <select
          id={id}
          className="field"
          required
          value={district}
          onChange={(event) => setDistrict(event.target.value)}
        >
          <option value="">{t('choose')}</option>
          {offices.map((office) => (
            <option key={office.district} value={office.district}>
              {say(office.name)}
            </option>
          ))}
        </select>
      </div>
      <ReasonField label={t('act.reason')} value={reason} onChange={setReason} required />
      {act.isError && <RefusalNote error={act.error} />}
      <p className="acts-row">
        <Button type="submit" look="main" disabled={act.isPending || district === ''}>
          {say(may.title)}
        </Button>
      </p>
    </form>
  )
}
