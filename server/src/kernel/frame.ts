import { Kysely, PostgresDialect } from 'kysely'
import type { Actor } from './actor.ts'
import type { Clock } from './clock.ts'
import type { Pool, PoolClient } from './database/pool.ts'
import type { Day } from './day.ts'
import type { ZoneId } from './ids.ts'
import { settingsOf } from './settings.ts'
import { type ReadTx, tie, untie } from './transactions.ts'
import type { ZoneDays } from './zone-day.ts'

export type Mode = 'reading' | 'writing'

/** What one transaction asked of the database, its own frame (BEGIN, SET LOCAL, COMMIT) left out. */
export type TransactionSeen = {
  readonly mode: Mode
  readonly actor: Actor['kind']
  readonly statements: readonly string[]
}

/** What every transaction of a kernel shares. */
export type House = {
  readonly pool: Pool
  readonly zone: ZoneId
  readonly clock: Clock
  readonly days: ZoneDays
  readonly onTransaction: ((seen: TransactionSeen) => void) | undefined
}

type Frame = { readonly actor: Actor; readonly mode: Mode }

const BEGIN = {
  // Repeatable read: a page made of several statements shows one moment.
  reading: ['begin isolation level repeatable read read only'],
  writing: ['begin isolation level read committed', "set local lock_timeout = '10s'"],
} as const satisfies Record<Mode, readonly string[]>

/** Runs work between BEGIN, the row-level security settings and COMMIT; rolls back when it throws. */
export async function runFramed<Answer>(
  house: House,
  frame: Frame,
  work: (tx: ReadTx) => Promise<Answer>,
): Promise<Answer> {
  const client = await house.pool.connect()
  let finished = false
  try {
    const demoDay = await openFrame(client, house, frame)
    const answer = await runWork({ client, house, frame, demoDay }, work)
    await commit(client)
    finished = true
    return answer
  } finally {
    if (!finished) finished = await rolledBack(client)
    // A connection whose transaction could not be ended is thrown away, never lent again.
    client.release(!finished)
  }
}

/** In one round trip: each statement is a message of its own, and none waits for the one before. */
async function openFrame(client: PoolClient, house: House, frame: Frame): Promise<Day | null> {
  const statements = [...BEGIN[frame.mode], ...settingsOf(house.zone, frame.actor)]
  const sent = statements.map((statement) => client.query(statement))
  const [demoDay] = await Promise.all([house.days.dayOf(client, house.zone), ...sent])
  return demoDay
}

type Opened = {
  readonly client: PoolClient
  readonly house: House
  readonly frame: Frame
  readonly demoDay: Day | null
}

async function runWork<Answer>(on: Opened, work: (tx: ReadTx) => Promise<Answer>): Promise<Answer> {
  const { house, frame, demoDay } = on
  const statements: string[] = []
  const now = house.clock.now()
  const today = laterOf(house.clock.today(), demoDay)
  const tx: ReadTx = { zone: house.zone, today, now, actor: frame.actor }
  tie(tx, queriesOver(on.client, statements))
  try {
    return await work(tx)
  } finally {
    untie(tx)
    house.onTransaction?.({ mode: frame.mode, actor: frame.actor.kind, statements })
  }
}

/** A demo is set ahead of the clock; once the clock catches up, the clock rules again. */
function laterOf(clockDay: Day, demoDay: Day | null): Day {
  return demoDay !== null && demoDay > clockDay ? demoDay : clockDay
}

/** COMMIT answers ROLLBACK when a statement failed and somebody swallowed the error. */
async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('commit')
  if (command === 'ROLLBACK') throw new Error('a statement failed and its error was swallowed')
}

async function rolledBack(client: PoolClient): Promise<boolean> {
  try {
    await client.query('rollback')
    return true
  } catch {
    return false
  }
}

/** A query builder over one open transaction; it notes each statement and cannot begin another. */
function queriesOver(client: PoolClient, statements: string[]): Kysely<unknown> {
  const lent = {
    query: (text: string, values: unknown[]) => {
      statements.push(text)
      return client.query(text, values)
    },
    release: () => {},
  }
  const pool = { connect: async () => lent, end: async () => {} }
  return new Kysely({ dialect: new PostgresDialect({ pool: pool as never }) })
}
