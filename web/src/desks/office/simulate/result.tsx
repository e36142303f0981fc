import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { runSimulation } from '../../../api/generated/sdk.gen.ts'
import type { ComparedView, SimulationView } from '../../../api/generated/types.gen.ts'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { useSay } from '../../../words/say.ts'
import { Changed } from './changed.tsx'
import { Groups } from './groups.tsx'
import { Refused } from './refused.tsx'
import { type Moved, Thresholds } from './thresholds.tsx'

/** What a simulation counted, and the numbers of the draft that may be moved. */
export function Result({ begun }: { begun: SimulationView }) {
  const { t } = useTranslation('office')
  const [view, setView] = useState(begun)
  const [runs, setRuns] = useState(0)
  const running = useMutation({
    mutationFn: async (moved: Moved[]) =>
      (await runSimulation({ path: { id: begun.id }, body: { moved }, throwOnError: true })).data,
    onSuccess: (next) => {
      setView(next)
      setRuns((count) => count + 1)
    },
  })
  return (
    <>
      <p className="small num" role="status">
        {t('simulate.counted', {
          firms: view.firms,
          day: view.on,
          draft: view.draftVersion,
          against: view.against,
          milliseconds: view.milliseconds,
        })}
      </p>
      <Thresholds of={begun.thresholds} onMove={(moved) => running.mutate(moved)} />
      <Refused by={running} />
      {view.compared.map((one) => (
        <Service key={one.service} of={one} simulation={view.id} runs={runs} />
      ))}
    </>
  )
}

type ServiceProps = { of: ComparedView; simulation: string; runs: number }

function Service({ of, simulation, runs }: ServiceProps) {
  const { t } = useTranslation('office')
  const say = useSay()
  const { gains, falls, open, barred, freed, now, draft, reasons } = of
  return (
    <section className="simulated" aria-label={say(of.title)}>
      <h2>{say(of.title)}</h2>
      <dl className="simulated-sums num">
        <Sum says={t('simulate.now')} value={now?.firms ?? 0} fen={now?.fen ?? 0} />
        <Sum says={t('simulate.then')} value={draft?.firms ?? 0} fen={draft?.fen ?? 0} />
        <Sum says={t('simulate.gains')} value={gains} sign="+" />
        <Sum says={t('simulate.falls')} value={falls} sign="−" />
        <Sum says={t('simulate.open')} value={open} />
        <Sum says={t('simulate.barred')} value={barred} />
        <Sum says={t('simulate.freed')} value={freed} />
      </dl>
      {reasons.length > 0 && (
        <>
          <h3>{t('simulate.reasons')}</h3>
          <ul className="simulated-reasons">
            {reasons.map((one) => (
              <li key={one.condition}>
                <ArticleMark cite={one.cite} /> {say(one.title)}
                <span className="num">{t('simulate.firms', { count: one.firms })}</span>
                <Bar part={one.firms} of={falls + barred} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Groups of={of.groups} />
      {gains + falls + open + barred + freed > 0 && (
        <Changed simulation={simulation} service={of.service} runs={runs} />
      )}
    </section>
  )
}

type SumProps = { says: string; value: number; fen?: number; sign?: string }

function Sum({ says, value, fen = 0, sign = '' }: SumProps) {
  const { t } = useTranslation('office')
  return (
    <div>
      <dt className="small quiet">{says}</dt>
      <dd>
        <b>
          {value > 0 ? sign : ''}
          {value}
        </b>{' '}
        {fen > 0 && (
          <span className="small">
            {t('simulate.cost', { amount: (fen / 1_000_000).toLocaleString('zh-CN') })}
          </span>
        )}
      </dd>
    </div>
  )
}

export function Bar({ part, of }: { part: number; of: number }) {
  return (
    <span className="bar-line" aria-hidden="true">
      <span style={{ width: `${of === 0 ? 0 : (part * 100) / of}%` }} />
    </span>
  )
}
