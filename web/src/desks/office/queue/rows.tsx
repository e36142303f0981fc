import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRow } from '../../../api/generated/types.gen.ts'
import { Empty } from '../../../parts/await.tsx'
import { usePartyName } from '../../../parts/case/party-name.ts'
import { StageTag } from '../../../parts/case/stage-tag.tsx'
import { DaysLeft } from '../../../parts/deadline-chip.tsx'
import { useKey } from '../../../ui/keys.ts'
import { useSay } from '../../../words/say.ts'
import { BulkPanel } from './bulk-panel.tsx'
import type { QueueSearch } from './queue-search.ts'

/** Moves the focus to the row above or below; Enter then opens it as it opens any link. */
function useRowKeys() {
  const body = useRef<HTMLTableSectionElement>(null)
  const move = (by: number) => {
    const links = [...(body.current?.querySelectorAll('a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    links[Math.min(Math.max(at + by, 0), links.length - 1)]?.focus()
  }
  useKey('j', () => move(1))
  useKey('k', () => move(-1))
  return body
}

type Props = { readonly rows: readonly CaseRow[]; readonly search: QueueSearch }

/** The rows, sorted by the column one presses; several may be chosen for one act. */
export function Rows({ rows, search }: Props) {
  const { t } = useTranslation('office')
  const body = useRowKeys()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = (id: string, isChosen: boolean) =>
    setChosen(new Set([...chosen].filter((one) => one !== id).concat(isChosen ? [id] : [])))
  if (rows.length === 0) return <Empty says={t(search.all ? 'queue.none-all' : 'queue.none')} />
  return (
    <div className="table-hold">
      {chosen.size > 0 && (
        <BulkPanel
          rows={rows.filter(({ id }) => chosen.has(id))}
          onDone={() => setChosen(new Set())}
        />
      )}
      <table className="table queue">
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('bulk.choose')}</span>
            </th>
            {(['number', 'party', 'service', 'stage', 'since', 'due'] as const).map((column) => (
              <Head key={column} column={column} search={search} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <QueueRow
              key={row.id}
              row={row}
              chosen={chosen.has(row.id)}
              onChoose={(isChosen) => choose(row.id, isChosen)}
            />
          ))}
        </tbody>
      </table>
      <p className="small quiet keys-hint">{t('queue.keys')}</p>
    </div>
  )
}

type Column = 'number' | 'party' | 'service' | 'stage' | 'since' | 'due'

const SORTED: readonly Column[] = ['number', 'party', 'since', 'due']

/** A heading that sorts: once up, again down. */
function Head({ column, search }: { column: Column; search: QueueSearch }) {
  const { t } = useTranslation('office')
  const { sort = 'due', order = 'asc', ...rest } = search
  if (!SORTED.includes(column)) return <th scope="col">{t(`queue.${column}`)}</th>
  const isThis = sort === column
  const turned = isThis && order === 'asc' ? ('desc' as const) : ('asc' as const)
  const ordered = order === 'asc' ? 'ascending' : 'descending'
  return (
    <th scope="col" aria-sort={isThis ? ordered : 'none'}>
      <Link to="/office" search={{ ...rest, sort: column as 'due', order: turned }}>
        {t(`queue.${column}`)} {isThis && <span aria-hidden>{order === 'asc' ? '↑' : '↓'}</span>}
      </Link>
    </th>
  )
}

type RowProps = {
  readonly row: CaseRow
  readonly chosen: boolean
  readonly onChoose: (isChosen: boolean) => void
}

function QueueRow({ row, chosen, onChoose }: RowProps) {
  const say = useSay()
  const { t } = useTranslation('office')
  const party = usePartyName()(row.party, row.blind)
  return (
    <tr>
      <td className="pick">
        <input
          type="checkbox"
          aria-label={t('bulk.choose-one', { party })}
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
      </td>
      <td className="num">{row.number ?? '—'}</td>
      <td className={row.mine ? 'waits' : ''}>
        <Link to="/office/cases/$id" params={{ id: row.id }}>
          {party}
        </Link>
      </td>
      <td className="service-cell">{say(row.serviceTitle)}</td>
      <td>
        <StageTag stage={row.stage} />
      </td>
      <td className="num">{row.stageOn}</td>
      <td className={`num ${row.overdue ? 'over' : ''} ${row.due ? '' : 'due-none'}`}>
        {row.due ?? '—'}
        {row.left !== null && (
          <span className="small due-left">
            <DaysLeft left={row.left} />
          </span>
        )}
      </td>
    </tr>
  )
}
