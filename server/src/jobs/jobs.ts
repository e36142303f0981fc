import { Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker'
import type { Pool } from 'pg'
import { clocks, notices } from '../cases/index.ts'
import { remind } from '../clocks/index.ts'
import { consultations } from '../consultations/index.ts'
import { scanWaiting, sweepContent } from '../documents/index.ts'
import { sweepSessions } from '../identity/index.ts'
import {
  deliverEvents,
  type EventHandlers,
  inSpan,
  type Kernel,
  sealReads,
} from '../kernel/index.ts'
import { type Channels, deliverDue } from '../outbox/index.ts'
import { endSilences } from './end-silences.ts'
import { matchWholeZone } from './match.ts'

export type JobsParts = {
  readonly kernel: Kernel
  /** A pool of session connections of the owner: graphile-worker listens on one of them. */
  readonly pool: Pool
  readonly handlers: EventHandlers
  /** Ways out of the product: what the outbox holds is delivered by them. */
  readonly channels: Channels
  /** Keeps the head of the record outside the database, once a day. */
  readonly anchor: () => Promise<void>
  readonly onFault: (error: unknown) => void
}

/** What time does, and how often; times are the machine's. */
const TIMETABLE = [
  { task: 'deliver-events', match: '* * * * *', options: { backfillPeriod: 0 } },
  { task: 'deliver-outbox', match: '* * * * *', options: { backfillPeriod: 0 } },
  { task: 'scan-waiting', match: '* * * * *', options: { backfillPeriod: 0 } },
  { task: 'end-notices', match: '*/10 * * * *', options: { backfillPeriod: 0 } },
  { task: 'end-silence', match: '*/10 * * * *', options: { backfillPeriod: 0 } },
  { task: 'remind', match: '*/30 * * * *', options: { backfillPeriod: 0 } },
  { task: 'measure-waiting', match: '35 * * * *', options: { backfillPeriod: 0 } },
  { task: 'sweep-sessions', match: '17 * * * *', options: { backfillPeriod: 0 } },
  { task: 'forget-commenters', match: '23 * * * *', options: { backfillPeriod: 0 } },
  { task: 'sweep-content', match: '41 3 * * *', options: { backfillPeriod: 86_400_000 } },
  { task: 'match-zone', match: '* * * * *', options: { backfillPeriod: 0 } },
  { task: 'anchor-record', match: '5 0 * * *', options: { backfillPeriod: 86_400_000 } },
] as const

/** What a stop or a power cut left undone is taken up at once. */
const AT_START = [
  'deliver-events',
  'deliver-outbox',
  'end-silence',
  'remind',
  'measure-waiting',
  'match-zone',
] as const

/** What goes wrong reaches `onFault`; what goes well need not be told each minute. */
const quiet = new Logger(() => () => {})

/**
 * Starts the timed work of the product; `stop()` lets the job under way finish.
 * Each task is safe to run twice.
 */
export async function startJobs(parts: JobsParts): Promise<{ stop(): Promise<void> }> {
  parts.pool.on('connect', (client) => client.on('error', parts.onFault))
  const runner: Runner = await run({
    pgPool: parts.pool,
    taskList: traced(tasks(parts)),
    parsedCronItems: parseCronItems(TIMETABLE.map((item) => ({ ...item, identifier: item.task }))),
    concurrency: 1,
    noHandleSignals: true,
    pollInterval: 5_000,
    logger: quiet,
  })
  runner.promise.catch(parts.onFault)
  // What pages show of the day need not wait for the clock after a start.
  for (const task of AT_START) await runner.addJob(task, {}, { jobKey: `start-${task}` })
  return { stop: () => runner.stop() }
}

/** Each job in a span of its own, as routes are. */
function traced(list: TaskList): TaskList {
  return Object.fromEntries(
    Object.entries(list).map(([name, work]) => [
      name,
      (payload, helpers) => inSpan(`job ${name}`, async () => work?.(payload, helpers)),
    ]),
  )
}

function tasks(parts: JobsParts): TaskList {
  return {
    'deliver-events': async (_, helpers) => {
      const { delivered, failed } = await deliverEvents(parts.kernel, parts.handlers)
      if (delivered > 0) await helpers.addJob('deliver-outbox', {}, { jobKey: 'deliver-outbox' })
      if (failed) parts.onFault(new Error(`event ${failed.type} ${failed.id} was not delivered`))
    },
    'deliver-outbox': async () => {
      await deliverDue(parts.kernel, parts.channels)
    },
    'end-notices': async () => {
      await parts.kernel.writing({ kind: 'system', job: 'end-notices' }, notices.announceEnded)
    },
    'end-silence': async () => {
      await endSilences(parts.kernel, parts.onFault)
    },
    'scan-waiting': async () => {
      const scan = { kind: 'system', job: 'scan-waiting' } as const
      await parts.kernel.writing(scan, (tx) => scanWaiting(tx, parts.onFault))
    },
    remind: async () => {
      await parts.kernel.writing({ kind: 'system', job: 'remind' }, async (tx) =>
        remind(tx, await clocks.due(tx, parts.onFault)),
      )
    },
    'measure-waiting': async () => {
      await parts.kernel.writing({ kind: 'system', job: 'measure-waiting' }, clocks.measureWaiting)
    },
    'sweep-sessions': async () => {
      await parts.kernel.writing({ kind: 'system', job: 'sweep-sessions' }, sweepSessions)
    },
    'forget-commenters': async () => {
      const actor = { kind: 'system', job: 'forget-commenters' } as const
      await parts.kernel.writing(actor, consultations.forgetDue)
    },
    'sweep-content': async () => {
      await parts.kernel.writing({ kind: 'system', job: 'sweep-content' }, sweepContent)
    },
    'match-zone': () => matchWholeZone(parts.kernel),
    'anchor-record': async () => {
      const seal = { kind: 'system', job: 'seal-reads' } as const
      await parts.kernel.writing(seal, sealReads).catch(parts.onFault)
      await parts.anchor()
    },
  }
}
