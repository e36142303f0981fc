import type { PoolClient } from './database/pool.ts'
import { type StatementNames, statementNames, UNNAMED } from './statement-names.ts'

/** What a transaction may ask of the server it runs on. */
export interface Servers {
  /** Asks once whether the server is the head of a cluster. */
  learn(client: PoolClient): Promise<void>
  /** Whether one message may hold several statements: Citus would pass all of it on to the shards. */
  takesSeveral(): boolean
  names(): StatementNames
}

export function servers(): Servers {
  const names = statementNames()
  let isCluster: boolean | null = null
  return {
    async learn(client) {
      if (isCluster !== null) return
      const { rows } = await client.query("select from pg_extension where extname = 'citus'")
      isCluster = rows.length > 0
    },
    takesSeveral: () => isCluster === false,
    names: () => (isCluster === false ? names : UNNAMED),
  }
}
