import type { Fact } from '@banfa/policy/run'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useSay } from '../../words/say.ts'
import { isMeasured } from '../form/answer.ts'
import type { CellMisfit } from './rows.ts'

type Props = {
  readonly id: string
  readonly field: Fact
  readonly label: string
  readonly typed: string
  readonly misfit: CellMisfit | undefined
  readonly onType: (typed: string) => void
  readonly onPaste: (event: ClipboardEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** One cell by the type of its field; what cannot be read is said under it. */
export function RecordCell({ id, field, label, typed, misfit, onType, onPaste, onKeyDown }: Props) {
  const { t } = useTranslation()
  const common = {
    id,
    'data-cell': id,
    'aria-label': label,
    'aria-invalid': misfit !== undefined,
    ...(misfit && { 'aria-describedby': `${id}-misfit` }),
    value: typed,
    onPaste,
    onKeyDown,
  }
  return (
    <>
      {field.type === 'choice' || field.type === 'flag' ? (
        <select
          {...common}
          className="record-field"
          onChange={(event) => onType(event.target.value)}
        >
          <option value="">{t('records.choose')}</option>
          <Options field={field} />
        </select>
      ) : (
        <input
          {...common}
          className={`record-field ${isMeasured(field) ? 'record-number num' : ''}`}
          type={field.type === 'day' ? 'date' : 'text'}
          inputMode={isMeasured(field) ? 'decimal' : undefined}
          autoComplete="off"
          onChange={(event) => onType(event.target.value)}
        />
      )}
      {misfit && (
        <span className="record-misfit" id={`${id}-misfit`}>
          {t(misfit)}
        </span>
      )}
    </>
  )
}

function Options({ field }: { field: Fact }) {
  const { t } = useTranslation()
  const say = useSay()
  if (field.type === 'flag')
    return (
      <>
        <option value="true">{t('input.yes')}</option>
        <option value="false">{t('input.no')}</option>
      </>
    )
  return (
    <>
      {field.options.map(({ value, title }) => (
        <option key={value} value={value}>
          {say(title)}
        </option>
      ))}
    </>
  )
}
