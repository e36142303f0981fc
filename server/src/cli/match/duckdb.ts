import type { DuckDBConnection } from '@duckdb/node-api'
import { refusal } from '../../kernel/index.ts'

/** A connection to a DuckDB in memory; refuses `cli.no-duckdb` where it was not installed. */
export async function withDuckDb<Answer>(
  work: (connection: DuckDBConnection) => Promise<Answer>,
): Promise<Answer> {
  const { connection, close } = await openDuckDb()
  try {
    return await work(connection)
  } finally {
    close()
  }
}

export async function openDuckDb(): Promise<{ connection: DuckDBConnection; close: () => void }> {
  const library = await import('@duckdb/node-api').catch(() => refusal('cli.no-duckdb'))
  const instance = await library.DuckDBInstance.create(':memory:', { memory_limit: '1GB' })
  const connection = await instance.connect()
  const close = () => {
    connection.closeSync()
    instance.closeSync()
  }
  return { connection, close }
}

export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`
