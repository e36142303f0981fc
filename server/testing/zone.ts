import { afterAll, inject } from 'vitest'
import {
  type Actor,
  day,
  foundZone,
  type Kernel,
  newId,
  openKernel,
  type ReadTx,
  type SettableClock,
  settableClock,
  type TransactionSeen,
  type WriteTx,
  type ZoneId,
} from '../src/kernel/index.ts'
import { type PeopleBuilders, peopleBuilders } from './people.ts'
import { cloneDatabase, dropDatabase, urlOf } from './test-database.ts'

export type ZoneTraits = {
  /** yyyy-mm-dd; 2026-03-02, a Monday, unless told. */
  readonly today?: string
  /** A demo zone may set its day itself; tests set `zone.clock`. */
  readonly isDemo?: boolean
  /** Runs once as the machine, after the zone was founded. */
  readonly seed?: (tx: WriteTx) => Promise<unknown>
}

/** A zone in a box: its own zone id in a database of the test file's own. */
export interface Zone extends PeopleBuilders {
  readonly id: ZoneId
  readonly kernel: Kernel
  readonly clock: SettableClock
  /** As superuser, past row-level security: only to tamper and to look behind the walls. */
  readonly adminUrl: string
  setToday(day: string): void
  reading<Answer>(actor: Actor, work: (tx: ReadTx) => Promise<Answer>): Promise<Answer>
  writing<Answer>(actor: Actor, work: (tx: WriteTx) => Promise<Answer>): Promise<Answer>
  /** The same as the machine itself, which sees the whole zone. */
  asSystem<Answer>(work: (tx: WriteTx) => Promise<Answer>): Promise<Answer>
  /** The statements that work asks of the database, one list a transaction, frames left out. */
  statementsOf(work: () => Promise<unknown>): Promise<readonly TransactionSeen[]>
}

/** Made with the first zone of a test file; each test file has a process state of its own. */
let clone: Promise<string> | null = null
const kernels: Kernel[] = []

afterAll(async () => {
  await Promise.all(kernels.map((kernel) => kernel.close()))
  const database = inject('testDatabase')
  if (clone && !database.isShared) await dropDatabase(database.adminUrl, await clone)
})

/** Opens a fresh, founded zone; zones of one file share a database and see nothing of each other. */
export async function openZone(traits: ZoneTraits = {}): Promise<Zone> {
  const database = inject('testDatabase')
  clone ??= cloneDatabase(database)
  const name = await clone
  const clock = settableClock(day(traits.today ?? '2026-03-02'))
  const watchers = new Set<(seen: TransactionSeen) => void>()
  const kernel = openKernel({
    connectionString: urlOf(database.appUrl, name),
    zone: newId<ZoneId>(),
    clock,
    poolSize: 5,
    onTransaction: (seen) => {
      for (const watch of watchers) watch(seen)
    },
  })
  kernels.push(kernel)
  await foundZone(kernel, {
    name: { zh: '测试区', en: 'Test zone' },
    isDemo: traits.isDemo ?? false,
  })
  const zone = zoneOver(kernel, { clock, watchers, adminUrl: urlOf(database.adminUrl, name) })
  if (traits.seed) await zone.asSystem(traits.seed)
  return zone
}

type Box = {
  readonly clock: SettableClock
  readonly watchers: Set<(seen: TransactionSeen) => void>
  readonly adminUrl: string
}

function zoneOver(kernel: Kernel, { clock, watchers, adminUrl }: Box): Zone {
  return {
    id: kernel.zone,
    kernel,
    clock,
    adminUrl,
    setToday: (to) => clock.setToday(day(to)),
    reading: (actor, work) => kernel.reading(actor, work),
    writing: (actor, work) => kernel.writing(actor, work),
    asSystem: (work) => kernel.writing({ kind: 'system', job: 'test' }, work),
    async statementsOf(work) {
      const seen: TransactionSeen[] = []
      const watch = (one: TransactionSeen) => seen.push(one)
      watchers.add(watch)
      await work().finally(() => watchers.delete(watch))
      return seen
    },
    ...peopleBuilders(kernel),
  }
}
