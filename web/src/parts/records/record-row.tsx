import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../words/say.ts'
import { RecordCell } from './record-cell.tsx'
import { cellKey, type Row, type Sheet } from './rows.ts'
import { moveOn, type useRows } from './use-rows.ts'

type Props = {
  readonly id: string
  readonly row: Row
  readonly at: number
  readonly sheet: Sheet
  readonly list: ReturnType<typeof useRows>
  readonly onRemove: () => void
}

export function RecordRow({ id, row, at, sheet, list, onRemove }: Props) {
  const { t } = useTranslation()
  const say = useSay()
  const name = (sheet.key && row.cells[sheet.key]) || t('records.number', { number: at + 1 })
  return (
    <tr>
      {sheet.columns.map((field, column) => (
        <td key={field.name} data-column={field.name}>
          <span className="record-label" aria-hidden="true">
            {say(field.title)}
            {field.unit && <span className="records-unit"> {field.unit}</span>}
          </span>
          <RecordCell
            id={`${id}-${field.name}`}
            field={field}
            label={`${say(field.title)} ${field.name === sheet.key ? t('records.number', { number: at + 1 }) : name}`}
            typed={row.cells[field.name] ?? ''}
            misfit={list.misfits.get(cellKey(row, field.name))}
            onType={(typed) => list.type(row, field.name, typed)}
            onPaste={(event) => list.paste(event, { row: at, column })}
            onKeyDown={(event) => moveOn(event, list.add)}
          />
        </td>
      ))}
      <td className="record-acts">
        <Button
          look="bare"
          onClick={() => list.copy(row)}
          aria-label={t('records.copy.name', { name })}
        >
          {t('records.copy')}
        </Button>
        <Button look="bare" onClick={onRemove} aria-label={t('records.remove.name', { name })}>
          {t('records.remove')}
        </Button>
      </td>
    </tr>
  )
}
