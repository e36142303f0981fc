import type { Fact, Program, Supplied } from '@banfa/policy/run'

/** What the programs ask for, found by name or by Chinese title. */
export type Columns = {
  /** The name a column of the file goes by; null when nothing asks for it. */
  nameOf(column: string): string | null
  /** A text cell as the fact is supplied. */
  supplied(name: string, cell: string): Supplied | null
}

export function columnsOf(programs: readonly Program[]): Columns {
  const asked = programs.flatMap(askedBy)
  const names = new Map(asked.flatMap(({ name, called }) => called.map((one) => [one, name])))
  const types = new Map(asked.map(({ name, type }) => [name, type]))
  return {
    nameOf: (column) => names.get(column) ?? names.get(column.trim()) ?? null,
    supplied: (name, cell) => cellAs(types.get(name) ?? 'answer', cell.trim()),
  }
}

type CellType = Fact['type'] | 'list' | 'answer'
type Asked = { readonly name: string; readonly called: readonly string[]; readonly type: CellType }

/** Facts, lists and scores by name and title; papers by name, for titles of papers repeat. */
function askedBy({ facts, records, values, services }: Program): readonly Asked[] {
  const papers = Object.values(services).flatMap(({ papers: own }) => own)
  const scores = Object.values(values).filter(({ scoredBy }) => scoredBy !== null)
  return [
    ...papers.map(({ name }) => ({ name, called: [name], type: 'answer' as const })),
    ...scores.map((one) => called(one, 'number')),
    ...Object.values(records).map((one) => called(one, 'list')),
    ...Object.values(facts).map((one) => called(one, one.type)),
  ]
}

function called({ name, title }: Pick<Fact, 'name' | 'title'>, type: CellType): Asked {
  return { name, called: [title.en, title.zh, name], type }
}

const YES = ['是', 'true', 'yes', '1']
const NO = ['否', 'false', 'no', '0']

const NUMBERS: readonly CellType[] = ['amount', 'area', 'count', 'share', 'number']
/** So few digits that a double holds them all. */
const PLAIN_NUMBER = /^-?(?:\d{1,9}(?:\.\d{1,6})?|\d{1,15})$/

/** Empty is missing; 不适用 is a value; a list of records is written as JSON. */
function cellAs(type: CellType, cell: string): Supplied | null {
  if (cell === '') return null
  if (cell === '不适用') return { doesNotApply: true }
  if (NUMBERS.includes(type) && PLAIN_NUMBER.test(cell)) return Number(cell)
  if (type === 'list') return listOf(cell)
  if (type === 'choices') return cell.split(/[、;；|]/).map((one) => one.trim())
  if (type === 'flag' || type === 'answer') {
    if (YES.includes(cell.toLowerCase())) return true
    if (NO.includes(cell.toLowerCase())) return false
  }
  return cell
}

function listOf(cell: string): Supplied {
  try {
    return JSON.parse(cell) as Supplied
  } catch {
    return cell
  }
}
