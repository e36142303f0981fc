import type { Columns } from './columns.ts'
import { openDuckDb, sqlText } from './duckdb.ts'
import type { Firm } from './firm.ts'
import { firmOf } from './read-ndjson.ts'

/** Rows of a Parquet file chunk by chunk; numbers come as text, so that no digit is lost. */
export async function* readParquet(file: string, columns: Columns): AsyncGenerator<Firm> {
  const { connection, close } = await openDuckDb()
  try {
    const result = await connection.stream(`select * from read_parquet(${sqlText(file)})`)
    const names = result.deduplicatedColumnNames()
    let row = 0
    for (
      let chunk = await result.fetchChunk();
      chunk && chunk.rowCount > 0;
      chunk = await result.fetchChunk()
    ) {
      for (const values of chunk.getRows()) {
        row += 1
        const read = Object.fromEntries(names.map((name, at) => [name, plain(values[at])]))
        yield firmOf(row, read, columns)
      }
    }
  } finally {
    close()
  }
}

/** DuckDB's own values as plain JSON: decimals and days as text, lists and structures inside out. */
function plain(value: unknown): unknown {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (typeof value !== 'object') return null
  if ('items' in value && Array.isArray(value.items)) return value.items.map(plain)
  if ('entries' in value && typeof value.entries === 'object' && value.entries !== null) {
    return Object.fromEntries(
      Object.entries(value.entries).map(([name, one]) => [name, plain(one)]),
    )
  }
  return String(value)
}
