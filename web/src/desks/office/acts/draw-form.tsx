import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { drawExperts } from '../../../api/generated/sdk.gen.ts'
import type { CaseView, ExpertChoice } from '../../../api/generated/types.gen.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useAct } from '../use-case.ts'

type Props = {
  readonly view: CaseView
  readonly least: number
  readonly experts: readonly ExpertChoice[]
}

/** Draws by lot from those without a tie; the proof is public and names nobody. */
export function DrawForm({ view, least, experts }: Props) {
  const { t } = useTranslation('office')
  const id = useId()
  const [more, setMore] = useState(0)
  const [field, setField] = useState('')
  const fields = [...new Set(experts.flatMap((one) => one.fields))].sort()
  const body = { count: least + more, field: field === '' ? null : field }
  const act = useAct(view.id, () =>
    drawExperts({ path: { id: view.id }, body, throwOnError: true }),
  )
  return (
    <form
      className="draw"
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate(undefined)
      }}
    >
      <p className="small">{t('draw.about')}</p>
      <p className="acts-row">
        <label htmlFor={`${id}-count`}>{t('draw.count')}</label>
        <select
          id={`${id}-count`}
          className="field"
          value={more}
          onChange={(event) => setMore(Number(event.target.value))}
        >
          {[0, 2, 4].map((one) => (
            <option key={one} value={one}>
              {least + one}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-field`}>{t('draw.field')}</label>
        <select
          id={`${id}-field`}
          className="field"
          value={field}
          onChange={(event) => setField(event.target.value)}
        >
          <option value="">{t('draw.any-field')}</option>
          {fields.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
        <Button type="submit" disabled={act.isPending}>
          {t('draw.do')}
        </Button>
      </p>
      {act.isError && <RefusalNote error={act.error} />}
    </form>
  )
}
