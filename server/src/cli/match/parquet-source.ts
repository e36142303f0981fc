import { stat } from 'node:fs/promises'
import type { Program } from '@banfa/policy/run'
import type { Block, Position, Source } from './block.ts'
import { columnsOf } from './columns.ts'
import { openDuckDb, sqlName, sqlText } from './duckdb.ts'
import { idColumn } from './firm.ts'

/** Rows a block: two of DuckDB's own vectors. */
const AT_ONCE = 4_096

/**
 * A Parquet file as blocks of JSON: DuckDB reads only the columns that a program asks for and writes
 * each row as one object, so that a row is one text on its way to a thread.
 */
export async function parquetSource(file: string, programs: readonly Program[]): Promise<Source> {
  const select = await selectOf(file, programs)
  return {
    header: null,
    size: (await stat(file)).size,
    blocks: (from) => rowsAs(select, from),
  }
}

async function* rowsAs(select: string, from: Position): AsyncGenerator<Block> {
  const { connection, close } = await openDuckDb()
  try {
    const result = await connection.stream(`${select} offset ${from.row}`)
    let row = from.row
    let lines: unknown[] = []
    const block = (): Block => {
      const bytes = new Uint8Array(Buffer.from(`${lines.join('\n')}\n`))
      const first = row + 1
      row += lines.length
      lines = []
      return { kind: 'ndjson', bytes, quoted: true, first, next: { row, byte: 0, after: null } }
    }
    for (;;) {
      const chunk = await result.fetchChunk()
      if (!chunk || chunk.rowCount === 0) break
      lines.push(...chunk.getColumnValues(0))
      if (lines.length >= AT_ONCE) yield block()
    }
    if (lines.length > 0) yield block()
  } finally {
    close()
  }
}

type Described = { readonly name: string; readonly type: string }

async function selectOf(file: string, programs: readonly Program[]): Promise<string> {
  const from = `read_parquet(${sqlText(file)})`
  const { connection, close } = await openDuckDb()
  try {
    const described = await connection.runAndReadAll(`describe select * from ${from}`)
    const all = described
      .getRowsJson()
      .map(([name, type]): Described => ({ name: String(name), type: String(type) }))
    const { nameOf } = columnsOf(programs)
    const id = idColumn(all.map(({ name }) => name))
    const asked = all.filter(({ name }) => name === id || nameOf(name) !== null)
    const fields = asked.map((one) => `${sqlName(one.name)} := ${cellOf(one)}`)
    const row = fields.length === 0 ? "'{}'" : `to_json(struct_pack(${fields.join(', ')}))::varchar`
    return `select ${row} from ${from}`
  } finally {
    close()
  }
}

const PLAIN = /^(VARCHAR|BOOLEAN|U?TINYINT|U?SMALLINT|U?INTEGER|FLOAT|DOUBLE)$/
const WHOLE = /^U?BIGINT$/
const DECIMAL = /^DECIMAL\((\d+),\d+\)$/
const NESTED = /\]$|^(STRUCT|MAP)\(/

/** What a JSON number may not hold to its last digit is written as text; so are days. */
function cellOf({ name, type }: Described): string {
  const column = sqlName(name)
  if (PLAIN.test(type) || NESTED.test(type)) return column
  if (WHOLE.test(type)) {
    return `case when ${column} between -9007199254740991 and 9007199254740991 then to_json(${column}) else to_json(${column}::varchar) end`
  }
  const digits = Number(DECIMAL.exec(type)?.[1] ?? Number.POSITIVE_INFINITY)
  return digits <= 15 ? column : `${column}::varchar`
}
