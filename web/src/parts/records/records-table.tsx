import { useTranslation } from 'react-i18next'
import type { FactTable } from '../../api/generated/types.gen.ts'
import { useSay } from '../../words/say.ts'
import './records.css'

type Props = { readonly table: FactTable; readonly caption: string }

/** A list of records as it was given: read, not written. A column nobody filled is left out. */
export function RecordsTable({ table, caption }: Props) {
  const { t } = useTranslation()
  const say = useSay()
  if (table.rows.length === 0) return <p className="quiet">{t('records.empty')}</p>
  const shown = table.columns.flatMap((column, at) =>
    table.rows.some((row) => !MISSING.includes(row[at]?.zh ?? '')) ? [{ column, at }] : [],
  )
  return (
    <div className="records-read">
      <table className="records-table">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {shown.map(({ column }) => (
              <th key={column.name} scope="col">
                {say(column.title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.map(({ zh }) => zh).join(' ')}>
              {shown.map(({ column, at }) => (
                <td key={column.name} className="num">
                  <span className="record-label" aria-hidden="true">
                    {say(column.title)}
                  </span>
                  {say(row[at])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** How the contract prints a cell nobody filled. */
const MISSING = ['未填', '']
