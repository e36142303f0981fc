import { type Fact, fieldsInOrder, printValue, type Records, readSupplied } from '@banfa/policy/run'
import type { Json, Words } from '../../kernel/index.ts'

const MISSING: Words = { zh: '未填', en: 'not given' }

type Row = Readonly<Record<string, Cell>>
type Cell = string | number | boolean | null | readonly string[] | NotApplying
type NotApplying = { readonly doesNotApply: true }
export type FactValue = Cell | readonly Row[]

/** What one name of the vocabulary stands for: a fact, or a list of like records. */
export type Asked = Fact | Records

/** A list of records as a page lays it out: a column a field, a row a record, each cell printed. */
export type Table = {
  readonly columns: readonly { readonly name: string; readonly title: Words; unit: string | null }[]
  readonly rows: readonly (readonly Words[])[]
}

/** A stored value as the contract has it; what no fact can hold is shown as its text. */
export function factValue(value: Json): FactValue {
  if (isCell(value)) return value
  if (Array.isArray(value) && value.every(isRow)) return value as readonly Row[]
  return JSON.stringify(value)
}

function isCell(value: Json): value is Json & Cell {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string')
  return (value as { doesNotApply?: Json }).doesNotApply === true
}

function isRow(value: Json): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((cell) => isCell(cell as Json))
  )
}

/** A fact's value as a person reads it in both languages; the raw value where no fact explains it. */
export function printedOf(asked: Asked | undefined, value: Json): Words {
  if (value === null || value === undefined || value === '') return MISSING
  if (Array.isArray(value) && (!asked || 'fields' in asked) && value.every(isRow)) {
    return {
      zh: `共${value.length}条`,
      en: `${value.length} ${value.length === 1 ? 'record' : 'records'}`,
    }
  }
  const read = asked && !('fields' in asked) && readSupplied(asked, value)
  if (!read || 'misfit' in read) return { zh: plain(value), en: plain(value) }
  const { value: known } = read
  return { zh: printValue(asked, known, 'zh'), en: printValue(asked, known, 'en') }
}

/** Null for what is no list of records, or is not known yet. */
export function tableOf(asked: Asked | undefined, value: Json): Table | null {
  if (!asked || !('fields' in asked) || !Array.isArray(value)) return null
  const fields = fieldsInOrder(asked)
  return {
    columns: fields.map(({ name, title, unit }) => ({ name, title, unit })),
    rows: value.map((row) =>
      fields.map((field) =>
        printedOf(field, (row as Readonly<Record<string, Json>>)[field.name] ?? null),
      ),
    ),
  }
}

function plain(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
