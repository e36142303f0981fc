import { DUCKDB, POSTGRESQL } from '@banfa/policy/sql'
import type { DuckDBConnection } from '@duckdb/node-api'
import pg from 'pg'
import type { SqlDatabase } from '../../../policy/testing/sql-database.ts'

export type Opened = SqlDatabase & { close(): Promise<void> }

/** All answers as text, so that no driver rounds a number. */
const types = { getTypeParser: () => (text: string) => text } as unknown as pg.CustomTypesConfig

export async function openPostgres(connectionString: string): Promise<Opened> {
  const client = new pg.Client({ connectionString, types })
  await client.connect()
  return {
    dialect: POSTGRESQL,
    async run(statements) {
      if (statements.length > 0) await client.query(statements.join(';\n'))
    },
    async rows(query) {
      return (await client.query(query)).rows
    },
    tooLong: () => false,
    close: () => client.end(),
  }
}

export async function openDuckDb(): Promise<Opened> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  return {
    dialect: DUCKDB,
    async run(statements) {
      for (const statement of statements) await connection.run(statement)
    },
    rows: (query) => textRows(connection, query),
    tooLong: (error) => error instanceof Error && error.message.includes('Out of Range Error'),
    close: async () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

async function textRows(connection: DuckDBConnection, query: string) {
  const reader = await connection.runAndReadAll(query)
  return reader
    .getRowObjects()
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]),
      ),
    )
}
