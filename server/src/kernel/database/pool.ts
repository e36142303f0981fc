import { once } from 'node:events'
import pg from 'pg'
import { instant } from '../day.ts'
import { gatheringSocket } from './gathering-socket.ts'

export type Pool = pg.Pool
export type PoolClient = pg.PoolClient

const DATE = 1082
const TIMESTAMPTZ = 1184
const BIGINT = 20

/**
 * How values come back: a date is its text (a day has no zone), a timestamptz an Instant in UTC,
 * a bigint a bigint (money in fen, counts); everything else as node-postgres does it.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (text: string) => text
    if (oid === TIMESTAMPTZ) return (text: string) => instant(text)
    if (oid === BIGINT) return (text: string) => BigInt(text)
    return pg.types.getTypeParser(oid, format)
  }) as typeof pg.types.getTypeParser,
}

export type PoolOptions = {
  readonly connectionString: string
  readonly poolSize?: number
  readonly onLostConnection?: (error: Error) => void
}

/** A pool whose every wait ends: 10 s for a connection, 60 s for an answer. */
export function openPool(options: PoolOptions): Pool {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    query_timeout: 60_000,
    // Statements that do not wait for one another are sent at once, each still a message of its own.
    pipeline: true,
    stream: gatheringSocket,
    types,
  })
  watchConnections(pool)
  // Without a listener an idle connection that breaks takes the process down.
  pool.on('error', options.onLostConnection ?? (() => {}))
  return pool
}

const connections = new WeakMap<Pool, Set<PoolClient>>()

function watchConnections(pool: Pool): void {
  const open = new Set<PoolClient>()
  connections.set(pool, open)
  pool.on('connect', (client) => {
    open.add(client)
    // A connection that breaks while it is lent fails its statements; told again here, it would take
    // the process down.
    client.on('error', () => {})
    client.once('end', () => open.delete(client))
  })
}

/**
 * Ends a pool and waits until its last connection is closed. `pool.end()` alone says so earlier: a
 * server stopped right then terminates what is left, and each connection reports it as a fault.
 */
export async function closePool(pool: Pool): Promise<void> {
  const closed = [...(connections.get(pool) ?? [])].map((client) => once(client, 'end'))
  await pool.end()
  await Promise.all(closed)
}

/** One connection for administration (migrations, databases), closed when the work is over. */
export async function withClient<Answer>(
  connectionString: string,
  work: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000, types })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
