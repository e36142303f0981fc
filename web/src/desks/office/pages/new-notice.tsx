import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listCasesOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import { publicise } from '../../../api/generated/sdk.gen.ts'
import type { CasePage, CaseRow, Stage } from '../../../api/generated/types.gen.ts'
import { Await, Empty } from '../../../parts/await.tsx'
import { StageTag } from '../../../parts/case/stage-tag.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { useSay } from '../../../words/say.ts'
import { SealButton } from '../acts/seal-button.tsx'
import '../queue.css'
import { PairOfTitles } from './fields.tsx'
import { PlannedWindow } from './notice-window.tsx'

/** The cases that may go on a notice now; without any, what is still under way towards one. */
export function NewNotice() {
  const ready = useQuery(listCasesOptions({ query: { stage: 'deliberated', limit: 100 } }))
  return (
    <Await query={ready} lines={4}>
      {(page) =>
        page.rows.length === 0 ? <NoneReady page={page} /> : <Publish rows={page.rows} />
      }
    </Await>
  )
}

const TOWARDS: readonly Stage[] = ['reviewed', 'recommended', 'accepted']

function NoneReady({ page }: { page: CasePage }) {
  const { t } = useTranslation('office')
  const coming = TOWARDS.filter((stage) => (page.counts[stage] ?? 0) > 0)
  return (
    <Empty says={t('notices.no-cases')}>
      <p className="small quiet">{t(coming.length > 0 ? 'notices.coming' : 'notices.how')}</p>
      {coming.length > 0 && (
        <nav className="strip" aria-label={t('notices.coming')}>
          {coming.map((stage) => (
            <Link key={stage} to="/office" search={{ stage, all: true }}>
              <StageTag stage={stage} /> <b className="num">{page.counts[stage]}</b>
            </Link>
          ))}
        </nav>
      )}
    </Empty>
  )
}

function Publish({ rows }: { rows: readonly CaseRow[] }) {
  const { t } = useTranslation('office')
  const queries = useQueryClient()
  const [titles, setTitles] = useState({ zh: '', en: '' })
  const [cases, setCases] = useState<readonly string[]>([])
  const publishing = useMutation({
    mutationFn: () => publicise({ body: { cases: [...cases], title: titles }, throwOnError: true }),
    onSuccess: () => {
      setCases([])
      return queries.invalidateQueries()
    },
  })
  const turn = (id: string) =>
    setCases((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]))
  return (
    <form
      className="act-form-in"
      onSubmit={(event) => {
        event.preventDefault()
        publishing.mutate()
      }}
    >
      <Ready rows={rows} chosen={cases} onTurn={turn} />
      <PlannedWindow cases={cases} />
      <PairOfTitles given={titles} onChange={setTitles} />
      {publishing.isError && <RefusalNote error={publishing.error} />}
      <p className="acts-row">
        <SealButton
          act={t('notices.do', { count: cases.length })}
          disabled={cases.length === 0 || publishing.isPending}
        />
      </p>
    </form>
  )
}

type ReadyProps = {
  readonly rows: readonly CaseRow[]
  readonly chosen: readonly string[]
  readonly onTurn: (id: string) => void
}

function Ready({ rows, chosen, onTurn }: ReadyProps) {
  const say = useSay()
  return (
    <ul className="experts-list">
      {rows.map((row) => (
        <li key={row.id}>
          <input
            type="checkbox"
            id={`on-${row.id}`}
            checked={chosen.includes(row.id)}
            onChange={() => onTurn(row.id)}
          />
          <label htmlFor={`on-${row.id}`}>
            <b>{row.party}</b> {say(row.serviceTitle)}{' '}
            <span className="small quiet num">{row.number}</span>
          </label>
        </li>
      ))}
    </ul>
  )
}
