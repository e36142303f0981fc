import { Kysely, PostgresDialect } from 'kysely'
import type { PoolClient } from './database/pool.ts'
import type { StatementNames } from './statement-names.ts'

/** A query builder over one open transaction, until it is closed. */
export type LentQueries = { readonly queries: Kysely<unknown>; close(): void }

/**
 * It notes each statement and cannot begin another transaction. Closed, it asks nothing any more: of
 * statements sent side by side one may fail while another use case is still at work, and its next
 * statement must not reach a connection that was given back.
 */
export function lendQueries(
  client: PoolClient,
  names: StatementNames,
  statements: string[],
): LentQueries {
  let isOver = false
  const lent = {
    query: (text: string, values: unknown[]) => {
      if (isOver) return Promise.reject(new Error('the transaction is over'))
      statements.push(text)
      const name = names.nameOf(text)
      return client.query(name === null ? { text, values } : { name, text, values })
    },
    release: () => {},
  }
  const pool = { connect: async () => lent, end: async () => {} }
  return {
    queries: new Kysely({ dialect: new PostgresDialect({ pool: pool as never }) }),
    close: () => {
      isOver = true
    },
  }
}
