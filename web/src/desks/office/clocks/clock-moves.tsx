import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { extendClock, resumeClock, suspendClock } from '../../../api/generated/sdk.gen.ts'
import type { CaseView } from '../../../api/generated/types.gen.ts'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { ReasonField } from '../acts/reason-field.tsx'
import { NumberField } from './number-field.tsx'

type Move = CaseView['clock']['may'][number]

/** What the viewer may do to the limit that runs, each folded up with the law that lets them. */
export function ClockMoves({ view }: { view: CaseView }) {
  const { t } = useTranslation('clocks')
  if (view.clock.may.length === 0) return null
  return (
    <div className="act-folds no-print">
      {view.clock.may.map((move) => (
        <details key={move} data-move={move}>
          <summary>
            <b>{t(`move.${move}`)}</b>
          </summary>
          <div className="act-form">
            <p className="small quiet">{t(`move.about.${move}`)}</p>
            <MoveForm caseId={view.id} move={move} />
          </div>
        </details>
      ))}
    </div>
  )
}

function MoveForm({ caseId, move }: { caseId: string; move: Move }) {
  const { t } = useTranslation('clocks')
  const queries = useQueryClient()
  const [cause, setCause] = useState('')
  const [length, setLength] = useState(5)
  const moving = useMutation({
    mutationFn: () => send(caseId, move, { cause, length }),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <form
      className="act-form-in"
      onSubmit={(event) => {
        event.preventDefault()
        moving.mutate()
      }}
    >
      {move === 'extend' && (
        <NumberField label={t('move.length')} value={length} most={10} onChange={setLength} />
      )}
      <ReasonField label={t('move.cause')} value={cause} onChange={setCause} required />
      {moving.isError && <RefusalNote error={moving.error} />}
      <p className="acts-row">
        <Button type="submit" disabled={moving.isPending}>
          {t(`move.${move}`)}
        </Button>
      </p>
    </form>
  )
}

function send(id: string, move: Move, given: { cause: string; length: number }) {
  const { cause, length } = given
  const to = { path: { id }, throwOnError: true } as const
  if (move === 'extend') return extendClock({ ...to, body: { cause, length } })
  return move === 'suspend'
    ? suspendClock({ ...to, body: { cause } })
    : resumeClock({ ...to, body: { cause } })
}
