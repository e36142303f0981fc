import type { Actor } from './actor.ts'
import type { Clock } from './clock.ts'
import type { Pool, PoolClient } from './database/pool.ts'
import type { Day } from './day.ts'
import type { ZoneId } from './ids.ts'
import { lendQueries } from './lent-queries.ts'
import type { Servers } from './servers.ts'
import { actorSettings, settingsOf } from './settings.ts'
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
  readonly servers: Servers
  readonly onTransaction: ((seen: TransactionSeen) => void) | undefined
}

type Frame = { readonly actor: Actor; readonly mode: Mode }

const BEGIN = {
  // Repeatable read: a page made of several statements shows one moment.
  reading: ['begin isolation level repeatable read read only'],
  writing: ['begin isolation level read committed', "set local lock_timeout = '10s'"],
} as const satisfies Record<Mode, readonly string[]>

type Opened = {
  readonly client: PoolClient
  readonly house: House
  readonly mode: Mode
  readonly demoDay: Day | null
}

/** Runs work between BEGIN, the row-level security settings and COMMIT; rolls back when it throws. */
export function runFramed<Answer>(
  house: House,
  frame: Frame,
  work: (tx: ReadTx) => Promise<Answer>,
): Promise<Answer> {
  return framed(house, frame, (opened) => runWork(opened, frame.actor, work))
}

/** Who comes in and what is read for them, by one snapshot; see `Kernel.readingAfter`. */
export async function runEntered<Entered extends { readonly actor: Actor }, Answer>(
  house: House,
  door: { readonly actor: Actor; readonly enter: (tx: ReadTx) => Promise<Entered> },
  work: (tx: ReadTx, entered: Entered) => Promise<Answer>,
): Promise<Answer> {
  // What the door sees it sees by its reach alone: of a person's settings some would be left behind.
  if (door.actor.kind === 'person') throw new Error('no person lets others in')
  return framed(house, { actor: door.actor, mode: 'reading' }, async (opened) => {
    const entered = await runWork(opened, door.actor, door.enter)
    const settings = send(opened, actorSettings(entered.actor))
    const answer = runWork(opened, entered.actor, (tx) => work(tx, entered))
    const [given] = await Promise.all([answer, ...settings])
    return given
  })
}

async function framed<Answer>(
  house: House,
  frame: Frame,
  work: (opened: Opened) => Promise<Answer>,
): Promise<Answer> {
  const client = await house.pool.connect()
  let finished = false
  let isStale = false
  try {
    await house.servers.learn(client)
    const demoDay = await openFrame(client, house, frame)
    const answer = await work({ client, house, mode: frame.mode, demoDay })
    await commit(client)
    finished = true
    return answer
  } catch (error) {
    isStale = isPlanStale(error)
    throw error
  } finally {
    if (!finished) finished = await rolledBack(client)
    // A connection whose transaction could not be ended is thrown away, never lent again.
    client.release(!finished || isStale || house.servers.names().isWorn(client))
  }
}

/** A table has other columns since the statement was prepared; a new connection plans it anew. */
function isPlanStale(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === FEATURE_NOT_SUPPORTED
}

const FEATURE_NOT_SUPPORTED = '0A000'

/** In one round trip: no statement waits for the answer to the one before. */
async function openFrame(client: PoolClient, house: House, frame: Frame): Promise<Day | null> {
  const statements = [...BEGIN[frame.mode], ...settingsOf(house.zone, frame.actor)]
  const sent = send({ client, house }, statements)
  const day = house.days.dayOf(client, house.zone, house.servers.names())
  const [demoDay] = await Promise.all([day, ...sent])
  return demoDay
}

/** Together in one message where the server takes that (ADR 0095). */
function send({ client, house }: Pick<Opened, 'client' | 'house'>, statements: readonly string[]) {
  const messages = house.servers.takesSeveral() ? [statements.join(';')] : statements
  return messages.map((message) => client.query(message))
}

async function runWork<Answer>(
  { client, house, mode, demoDay }: Opened,
  actor: Actor,
  work: (tx: ReadTx) => Promise<Answer>,
): Promise<Answer> {
  const statements: string[] = []
  const now = house.clock.now()
  const today = laterOf(house.clock.today(), demoDay)
  const tx: ReadTx = { zone: house.zone, today, now, actor }
  const lent = lendQueries(client, house.servers.names(), statements)
  tie(tx, lent.queries)
  try {
    return await work(tx)
  } finally {
    untie(tx)
    lent.close()
    house.onTransaction?.({ mode, actor: actor.kind, statements })
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
