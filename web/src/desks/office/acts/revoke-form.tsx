import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { revoke } from '../../../api/generated/sdk.gen.ts'
import type { CaseView } from '../../../api/generated/types.gen.ts'
import { useProgram } from '../../../api/measure.ts'
import { useToday } from '../../../api/session.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { useSay } from '../../../words/say.ts'
import { useAct } from '../use-case.ts'
import { ReasonField } from './reason-field.tsx'
import { SealButton } from './seal-button.tsx'

/** Taking recognition away under a sanction of the measure: only those it names can be chosen. */
export function RevokeForm({ view }: { view: CaseView }) {
  const { t } = useTranslation('office')
  const say = useSay()
  const today = useToday()
  const program = useProgram(view.pack, view.version)
  const sanctions = (program?.sanctions ?? []).filter((one) => one.revokes && one.carriedOut)
  const [given, setGiven] = useState({ sanction: '', foundOn: today, reason: '' })
  const sanction = given.sanction || (sanctions[0]?.name ?? '')
  const act = useAct(view.id, () =>
    revoke({ path: { id: view.id }, body: { ...given, sanction }, throwOnError: true }),
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate(undefined)
      }}
    >
      <div className="field-row">
        <label htmlFor="sanction">{t('revoke.sanction')}</label>
        <select
          id="sanction"
          className="field"
          value={sanction}
          onChange={(event) => setGiven({ ...given, sanction: event.target.value })}
        >
          {sanctions.map((one) => (
            <option key={one.name} value={one.name}>
              {one.cite} {say(one.title)}
            </option>
          ))}
        </select>
      </div>
      <div className="field-row">
        <label htmlFor="found-on">{t('revoke.found-on')}</label>
        <input
          id="found-on"
          className="field"
          type="date"
          required
          max={today}
          value={given.foundOn}
          onChange={(event) => setGiven({ ...given, foundOn: event.target.value })}
        />
      </div>
      <ReasonField
        label={t('act.reason')}
        value={given.reason}
        onChange={(reason) => setGiven({ ...given, reason })}
        required
      />
      {act.isError && <RefusalNote error={act.error} />}
      <p className="acts-row">
        <SealButton act={t('revoke.do')} disabled={act.isPending} />
      </p>
    </form>
  )
}
