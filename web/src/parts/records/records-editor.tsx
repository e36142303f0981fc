import type { Records } from '@banfa/policy/run'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../api/session.ts'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../words/say.ts'
import type { RecordGiven } from '../form/answer.ts'
import { RecordRow } from './record-row.tsx'
import './records.css'
import { emptyRow, type Row, sheetOf, yearsBefore } from './rows.ts'
import { useRows } from './use-rows.ts'

type Props = {
  readonly records: Records
  /** The fields asked for here; what else a record holds is kept. */
  readonly fields: readonly string[]
  readonly given: readonly RecordGiven[] | null
  readonly onGive: (given: readonly RecordGiven[] | null) => void
  readonly refused?: string | null
}

/** A list of records: a table to type or paste into, on a phone a card a record. */
export function RecordsEditor({ records, fields, given, onGive, refused = null }: Props) {
  const { t } = useTranslation()
  const say = useSay()
  const today = useToday() ?? ''
  const id = useId()
  const sheet = sheetOf(records, fields)
  const fresh = () => (sheet.key && today ? yearsBefore(today, sheet) : [emptyRow()])
  const list = useRows({ sheet, given, fresh, onGive })
  const [removed, setRemoved] = useState<{ row: Row; at: number } | null>(null)
  return (
    <fieldset className="ask records">
      <legend className="ask-title">{say(records.ask)}</legend>
      {records.help && <p className="ask-help">{say(records.help)}</p>}
      {!sheet.key && (
        <label className="option">
          <input
            type="checkbox"
            checked={list.none}
            onChange={(event) => list.sayNone(event.target.checked)}
          />
          <span>{t('records.none')}</span>
        </label>
      )}
      {!list.none && (
        <>
          <table className="records-table" data-sheet>
            <thead>
              <tr>
                {sheet.columns.map(({ name, title, unit }) => (
                  <th key={name} scope="col">
                    {say(title)}
                    {unit && <span className="records-unit"> {unit}</span>}
                  </th>
                ))}
                <th scope="col">
                  <span className="unseen">{t('records.acts')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {list.rows.map((row, at) => (
                <RecordRow
                  key={row.id}
                  id={`${id}-${row.id}`}
                  row={row}
                  at={at}
                  sheet={sheet}
                  list={list}
                  onRemove={() => {
                    setRemoved({ row, at })
                    list.remove(row)
                  }}
                />
              ))}
            </tbody>
          </table>
          <p className="acts-row records-acts">
            <Button onClick={list.add}>{t(sheet.key ? 'records.add-year' : 'records.add')}</Button>
            {removed && (
              <Button
                look="bare"
                onClick={() => {
                  list.restore(removed.row, removed.at)
                  setRemoved(null)
                }}
              >
                {t('records.undo')}
              </Button>
            )}
            <span className="small quiet records-hint">{t('records.hint')}</span>
          </p>
        </>
      )}
      <p className="small quiet" role="status">
        {list.misfits.size > 0 && t('records.misfits', { count: list.misfits.size })}
      </p>
      {refused && <p className="ask-misfit">{refused}</p>}
    </fieldset>
  )
}
