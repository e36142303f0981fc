import type { Facts, Supplied } from '@banfa/policy/run'
import { parse } from 'csv-parse/sync'
import type { Block, Source } from './block.ts'
import type { Columns } from './columns.ts'
import { type Firm, idColumn, idOf } from './firm.ts'

/** Reads the enterprises of a block; one who cannot be read says why. */
export type ReadBlock = (block: Block) => readonly Firm[]

/** @param header the columns of a CSV; null for JSON */
export function blockReader(header: Source['header'], columns: Columns): ReadBlock {
  const asked = (header ?? []).flatMap((head, at): Head[] => {
    const name = columns.nameOf(head)
    return name === null ? [] : [{ at, name, head }]
  })
  const heads = new Map(asked.map(({ name, head }) => [name, head]))
  const id = idColumn(header ?? [])
  const csv: Csv = {
    columns,
    asked,
    heads,
    width: header?.length ?? 0,
    id: id === null ? -1 : (header ?? []).indexOf(id),
    blank: JSON.parse(JSON.stringify(Object.fromEntries(asked.map(({ name }) => [name, null])))),
  }
  return (block) => (block.kind === 'csv' ? readCsv(block, csv) : readNdjson(block, columns))
}

type Head = { readonly at: number; readonly name: string; readonly head: string }
type Csv = {
  readonly columns: Columns
  readonly asked: readonly Head[]
  readonly heads: ReadonlyMap<string, string>
  readonly width: number
  readonly id: number
  /** Copied for each row: objects that grow key by key become slow dictionaries. */
  readonly blank: Readonly<Record<string, Supplied | null>>
}

const RAGGED = '列数与表头不符 (not as many columns as the header)'

function readCsv({ bytes, quoted, first }: Block, csv: Csv): readonly Firm[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  return quoted ? withMarks(text, first, csv) : plainLines(text, first, csv)
}

function plainLines(text: string, first: number, csv: Csv): readonly Firm[] {
  return text.split('\n').flatMap((line, index) => {
    const whole = line.endsWith('\r') ? line.slice(0, -1) : line
    return whole === '' ? [] : [firmOfCells(whole.split(','), first + index, csv)]
  })
}

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

function withMarks(text: string, first: number, csv: Csv): readonly Firm[] {
  const options = { info: true, skip_empty_lines: true, relax_column_count: true } as const
  const rows = parse(text, { ...options, relax_quotes: true }) as unknown as Parsed[]
  return rows.map(({ record, info }) => firmOfCells(record, first + info.lines - 1, csv))
}

function firmOfCells(cells: readonly string[], row: number, csv: Csv): Firm {
  const { columns, asked, heads, width, blank } = csv
  const id = cells[csv.id] ?? String(row)
  if (cells.length !== width) return { row, id, facts: {}, heads, unreadable: RAGGED }
  const facts = { ...blank }
  for (const { at, name } of asked) facts[name] = columns.supplied(name, cells[at] ?? '')
  return { row, id, facts, heads, unreadable: null }
}

function readNdjson({ bytes, first }: Block, columns: Columns): readonly Firm[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  return text
    .split('\n')
    .flatMap((line, index) =>
      line.trim() === '' ? [] : [firmOf(first + index, parsed(line), columns)],
    )
}

function parsed(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(line)
    const plain = typeof read === 'object' && read !== null && !Array.isArray(read)
    return plain ? (read as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** Facts under their names or titles; whatever nothing asks for is left alone. */
function firmOf(
  row: number,
  read: Readonly<Record<string, unknown>> | null,
  columns: Columns,
): Firm {
  if (!read) {
    const unreadable = '不是一个 JSON 对象 (not a JSON object)'
    return { row, id: String(row), facts: {}, heads: new Map(), unreadable }
  }
  const other = Object.keys(read).filter((head) => (columns.nameOf(head) ?? head) !== head)
  const heads = new Map(other.map((head) => [columns.nameOf(head) ?? head, head]))
  // An object straight from JSON is read fastest; what nothing asks for is never looked at.
  const facts = other.length === 0 ? read : renamed(read, columns)
  return { row, id: idOf(read, row), facts: facts as Facts, heads, unreadable: null }
}

function renamed(read: Readonly<Record<string, unknown>>, { nameOf }: Columns) {
  const entries = Object.entries(read).map(
    ([head, value]) => [nameOf(head) ?? head, value] as const,
  )
  return Object.fromEntries(entries)
}
