import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tieExpert, untieExpert } from '../../../api/generated/sdk.gen.ts'
import type { PoolLine } from '../../../api/generated/types.gen.ts'
import { LabelledChoice, LabelledInput } from '../../../parts/form/labelled-input.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { Fold } from '../people/fold.tsx'
import { PartyPicker, type Picked } from './party-picker.tsx'
import { usePoolAct } from './use-pool.ts'

const KINDS = ['shareholder', 'mentor', 'employee', 'adviser', 'relative'] as const
type Kind = (typeof KINDS)[number]
type Tie = PoolLine['ties'][number]

/** What stands between an expert and organisations; a recusal of their own stays. */
export function Ties({ expert }: { expert: PoolLine }) {
  const { t } = useTranslation('pool')
  return (
    <>
      {expert.ties.length === 0 && <p className="quiet">{t('ties.none')}</p>}
      <ul className="lines">
        {expert.ties.map((tie) => (
          <li key={`${tie.party}${tie.kind}`}>
            <span>
              {tie.partyName} <span className="small quiet">{t(`tie.${tie.kind}`)}</span>
              {tie.reason && <span className="small quiet"> · {tie.reason}</span>}
            </span>
            <span className="small quiet num">{tie.on}</span>
            {tie.kind !== 'declared' && (
              <Untying person={expert.person} tie={tie} kind={tie.kind} />
            )}
          </li>
        ))}
      </ul>
      <Tying person={expert.person} />
    </>
  )
}

type UntyingProps = { person: string; tie: Tie; kind: Kind }

function Untying({ person, tie, kind }: UntyingProps) {
  const { t } = useTranslation('pool')
  const [reason, setReason] = useState('')
  const body = { party: tie.party, kind, reason }
  const untying = usePoolAct(() => untieExpert({ path: { id: person }, body, throwOnError: true }))
  return (
    <Fold says={t('tie.end')}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault()
          untying.mutate()
        }}
      >
        <LabelledInput label={t('reason')} value={reason} onChange={setReason} />
        <p>
          <Button type="submit" disabled={untying.isPending}>
            {t('tie.end')}
          </Button>
        </p>
        {untying.isError && <RefusalNote error={untying.error} />}
      </form>
    </Fold>
  )
}

function Tying({ person }: { person: string }) {
  const { t } = useTranslation('pool')
  const [kind, setKind] = useState<Kind>('shareholder')
  const [party, setParty] = useState<Picked | null>(null)
  const tying = usePoolAct(() =>
    tieExpert({ path: { id: person }, body: { party: party?.id ?? '', kind }, throwOnError: true }),
  )
  return (
    <Fold says={t('tie.enter')}>
      <form
        className="form-pairs"
        onSubmit={(event) => {
          event.preventDefault()
          tying.mutate()
        }}
      >
        <PartyPicker label={t('tie.party')} picked={party} onPick={setParty} />
        <LabelledChoice
          label={t('tie.kind')}
          value={kind}
          onChange={(now) => setKind(KINDS.find((one) => one === now) ?? 'shareholder')}
          options={KINDS.map((one) => [one, t(`tie.${one}`)] as const)}
        />
        <p>
          <Button type="submit" disabled={party === null || tying.isPending}>
            {t('tie.enter')}
          </Button>
        </p>
        {tying.isError && <RefusalNote error={tying.error} />}
      </form>
    </Fold>
  )
}
