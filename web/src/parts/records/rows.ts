import { type Fact, fieldsInOrder, type Records } from '@banfa/policy/run'
import { type Answer, asTyped, type Misfit, type RecordGiven, readTyped } from '../form/answer.ts'

/** One record on the page: what stands in its cells, and what it brought that no column shows. */
export type Row = {
  readonly id: number
  readonly cells: Readonly<Record<string, string>>
  readonly hidden: RecordGiven
}

/** What the editor needs to know of a list: its key, and the columns in sight. */
export type Sheet = {
  readonly key: string | null
  readonly columns: readonly Fact[]
}

export type CellMisfit = Misfit | 'input.key-missing' | 'input.key-twice' | 'input.not-option'

export function sheetOf(records: Records, fields: readonly string[]): Sheet {
  const { key } = records
  const wanted = fieldsInOrder(records).filter(({ name }) => fields.includes(name))
  const columns = [
    ...wanted.filter(({ name }) => name === key),
    ...wanted.filter(({ name }) => name !== key),
  ]
  return { key, columns }
}

let made = 0
const nextId = () => {
  made += 1
  return made
}

export const emptyRow = (): Row => ({ id: nextId(), cells: {}, hidden: {} })

export function rowsOf(given: readonly RecordGiven[], { columns }: Sheet): readonly Row[] {
  const shown = new Set(columns.map(({ name }) => name))
  return given.map((record) => ({
    id: nextId(),
    cells: Object.fromEntries(columns.map((field) => [field.name, typedIn(field, record)])),
    hidden: Object.fromEntries(Object.entries(record).filter(([name]) => !shown.has(name))),
  }))
}

/** Years stand as they are; figures are grouped by thousands. */
function typedIn(field: Fact, record: RecordGiven): string {
  const value = record[field.name]
  return field.type === 'number' && typeof value === 'number' ? String(value) : asTyped(value)
}

export type CellRead = { readonly given: Answer } | { readonly misfit: CellMisfit }

/** One cell as an answer; an option may be given by its key or its title. */
export function readCell(field: Fact, typed: string): CellRead {
  const text = typed.trim()
  if (text === '') return { given: null }
  if (field.type === 'flag')
    return text === 'true' || text === 'false' ? { given: text === 'true' } : NO_OPTION
  if (field.type !== 'choice') return readTyped(field, withoutUnit(field, text))
  const option = field.options.find(({ value, title }) =>
    [value, title.zh, title.en].includes(text),
  )
  return option ? { given: option.value } : NO_OPTION
}

const NO_OPTION = { misfit: 'input.not-option' } as const

/** A spreadsheet may bring the unit along: `4,200万元` in a column of 万元, `15%` in one of percent. */
function withoutUnit({ unit }: Fact, text: string): string {
  return unit && text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text
}

/** What is wrong, by row and field; keys must be there and each once. */
export function misfitsIn(
  rows: readonly Row[],
  { key, columns }: Sheet,
): ReadonlyMap<string, CellMisfit> {
  const seen = new Set<unknown>()
  const wrong = rows
    .filter((row) => isStarted(row, key))
    .flatMap((row) =>
      columns.flatMap((field) => {
        const read = readCell(field, row.cells[field.name] ?? '')
        const misfit = misfitOf(read, field.name === key ? seen : null)
        return misfit ? [[cellKey(row, field.name), misfit] as const] : []
      }),
    )
  return new Map(wrong)
}

function misfitOf(read: CellRead, keys: Set<unknown> | null): CellMisfit | null {
  if ('misfit' in read) return read.misfit
  return keys && unfit(read.given, keys)
}

/** Why a key will not do, given those of the rows before it, which it joins. */
function unfit(key: Answer, seen: Set<unknown>): CellMisfit | null {
  if (key === null) return 'input.key-missing'
  if (!Number.isInteger(key)) return 'input.not-whole'
  if (seen.has(key)) return 'input.key-twice'
  seen.add(key)
  return null
}

export const cellKey = (row: Pick<Row, 'id'>, field: string) => `${row.id} ${field}`

/** A year alone says nothing yet. */
export const isStarted = ({ cells, hidden }: Row, key: string | null) =>
  Object.entries(cells).some(([name, cell]) => name !== key && cell.trim() !== '') ||
  Object.keys(hidden).length > 0

/**
 * The list as an answer. Rows that nobody began are left out; so is one whose key is missing or twice,
 * and a cell that cannot be read: the page says so beside it. Null while there is nothing to say.
 */
export function givenOf(
  rows: readonly Row[],
  sheet: Sheet,
  none: boolean,
): readonly RecordGiven[] | null {
  const wrong = misfitsIn(rows, sheet)
  const sound = rows.filter(
    (row) => isStarted(row, sheet.key) && !(sheet.key && wrong.has(cellKey(row, sheet.key))),
  )
  if (sound.length === 0) return none ? [] : null
  return sound.map((row) => recordOf(row, sheet))
}

function recordOf(row: Row, { columns }: Sheet): RecordGiven {
  const known = columns.flatMap((field) => {
    const read = readCell(field, row.cells[field.name] ?? '')
    return 'given' in read && read.given !== null ? [[field.name, read.given] as const] : []
  })
  return { ...row.hidden, ...Object.fromEntries(known) }
}

/** The same figures for the next year, or a further record just like it. */
export function copyOf(row: Row, rows: readonly Row[], { key }: Sheet): Row {
  const cells = key ? { ...row.cells, [key]: nextKey(rows, key) } : row.cells
  return { ...row, id: nextId(), cells }
}

export function nextKey(rows: readonly Row[], key: string): string {
  const keys = rows
    .map((row) => Number(row.cells[key]))
    .filter((one) => Number.isInteger(one) && one > 0)
  return keys.length > 0 ? String(Math.max(...keys) + 1) : ''
}

/** The years before the day asked, oldest first: what most measures look at. */
export function yearsBefore(today: string, { key }: Sheet, count = 3): readonly Row[] {
  const year = Number(today.slice(0, 4))
  return Array.from({ length: count }, (_, at) => {
    const row = emptyRow()
    return key ? { ...row, cells: { [key]: String(year - count + at) } } : row
  })
}
