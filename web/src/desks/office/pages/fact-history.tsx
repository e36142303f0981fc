import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewFactOptions } from '../../../api/generated/@tanstack/react-query.gen.ts'
import type { FactEntry } from '../../../api/generated/types.gen.ts'
import { Await } from '../../../parts/await.tsx'
import { useSay } from '../../../words/say.ts'

type Props = { readonly party: string; readonly name: string }

/** Everything ever recorded of one fact: nothing is overwritten, the newest stands first. */
export function FactHistory({ party, name }: Props) {
  const { t } = useTranslation('office')
  const [open, setOpen] = useState(false)
  return (
    <details className="no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="small">{t('history.open')}</summary>
      {open && <Entries party={party} name={name} />}
    </details>
  )
}

function Entries({ party, name }: Props) {
  const query = useQuery(viewFactOptions({ path: { id: party, name } }))
  return (
    <Await query={query} lines={2}>
      {(entries) => (
        <ol className="lines">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
    </Await>
  )
}

function Entry({ entry }: { entry: FactEntry }) {
  const { t } = useTranslation('office')
  const say = useSay()
  return (
    <li>
      <b className="num">{say(entry.printed)}</b>
      <span className="small quiet">
        {say(entry.source)} · {entry.recordedBy} · <span className="num">{entry.recordedOn}</span>
        {entry.verifiedOn && ` · ${t('history.verified', { by: entry.verifiedBy ?? '' })}`}
      </span>
    </li>
  )
}
