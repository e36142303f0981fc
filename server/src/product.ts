import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { caseHandlers } from './cases/index.ts'
import { DEMO_ZONE, type OpenOptions } from './cli/index.ts'
import { demoClock, ensureDemo } from './demo-database.ts'
import { type DocumentsConfig, openDocuments } from './documents/index.ts'
import { handlersOf, openHttp, openMetrics, serveMetrics } from './http/index.ts'
import { openProvider, secretBox } from './identity/index.ts'
import { matchHandlers, startJobs } from './jobs/index.ts'
import { closePool, openPool } from './kernel/database/index.ts'
import {
  anchorRecord,
  foundZone,
  type Kernel,
  machineClock,
  openKernel,
  refusal,
} from './kernel/index.ts'
import { stampAnchors } from './kernel/stamps/index.ts'
import { type Database, openDatabase } from './open-database.ts'
import { mailChannel, networks, outboxHandlers, webhookChannel } from './outbox/index.ts'
import { keyOf } from './own-key.ts'
import type { AllSettings } from './settings.ts'

export type Product = { readonly address: string; close(): Promise<void> }

export const OWN_ZONE = { zh: '本区', en: 'This zone' }

/** Starts everything and answers once the product does. Closing undoes it in the other order. */
export async function openProduct(settings: AllSettings, { demo }: OpenOptions): Promise<Product> {
  const closing: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const undo of closing.splice(0).reverse()) await undo()
  }
  try {
    const database = await openDatabase(settings, { join: false })
    closing.push(() => database.close())
    const documents = await openDocuments(documentsOf(settings, demo))
    closing.push(() => documents.close())
    const kernel = await openZone(settings, database, demo)
    closing.push(() => kernel.close())
    const jobs = await openJobs(settings, database, kernel)
    closing.push(() => jobs.stop())
    const server = await listen(settings, kernel, demo)
    closing.push(() => server.close())
    await database.announceAddress(server.address)
    return { address: server.address, close }
  } catch (problem) {
    await close()
    throw problem
  }
}

/** How the document desk is opened: where content and keys lie, what certificates point at. */
export function documentsOf(settings: AllSettings, demo: boolean): DocumentsConfig {
  return {
    directory: join(settings.home, 'files'),
    keys: join(settings.home, 'keys'),
    verifyAt: `${addressOf(settings)}/verify/`,
    demo,
    clamd: settings.clamd,
  }
}

/** Where people reach the product, without a slash at its end. */
function addressOf({ address, host, port }: AllSettings): string {
  return (address ?? `http://${host}:${port}`).replace(/\/$/, '')
}

async function openZone(settings: AllSettings, database: Database, demo: boolean): Promise<Kernel> {
  const { root } = settings
  if (demo) await ensureDemo(root, database)
  const clock = demo ? await demoClock(root) : machineClock
  const kernel = openKernel({ connectionString: database.appUrl, clock })
  if (!demo) await foundZone(kernel, { name: OWN_ZONE, isDemo: false })
  return kernel
}

async function openJobs(settings: AllSettings, database: Database, kernel: Kernel) {
  const { onFault } = settings
  const mail = settings.mail && mailChannel(settings.mail)
  const pool = openPool({ connectionString: database.adminUrl, poolSize: 3 })
  const jobs = await startJobs({
    kernel,
    pool,
    handlers: { ...outboxHandlers(addressOf(settings)), ...matchHandlers, ...caseHandlers },
    channels: {
      ...(mail && { email: mail }),
      webhook: webhookChannel({
        kernel,
        box: secretBox(await keyOf(settings)),
        allowed: networks(settings.webhookNetworks),
      }),
    },
    anchor: () => anchorAndStamp(settings, kernel),
    onFault,
  })
  const stop = () => jobs.stop().finally(() => mail?.close())
  return { stop: () => stop().finally(() => closePool(pool)) }
}

/** The chain rests on itself, so that tomorrow's stamp covers what no authority stamped today. */
async function anchorAndStamp(settings: AllSettings, kernel: Kernel): Promise<void> {
  const { home, timeAuthority: authority, onFault } = settings
  const folder = join(home, 'anchors')
  const { zone, sum } = await kernel.reading({ kind: 'system', job: 'anchor' }, async (tx) => ({
    zone: tx.zone,
    sum: await anchorRecord(tx, folder),
  }))
  if (authority && sum) await stampAnchors({ zone, folder, authority }).catch(onFault)
}

async function listen(settings: AllSettings, kernel: Kernel, demo: boolean) {
  const { root, host, port } = settings
  const metrics = settings.metricsPort === null ? undefined : openMetrics()
  const secrets = secretBox(await keyOf(settings))
  const twoSteps = settings.twoSteps ?? (demo ? 'nobody' : 'administrators')
  const app = await openHttp({
    kernel,
    twoSteps,
    ...(metrics ? { metrics } : {}),
    isSecure: settings.address?.startsWith('https:') ?? false,
    onFault: settings.onFault,
    handlers: handlersOf({
      zone: { title: demo ? DEMO_ZONE : OWN_ZONE, demo },
      version: await versionOf(root),
      signIn: {
        secrets,
        rules: settings.passwordRules,
        provider: settings.provider && openProvider(settings.provider),
        twoSteps,
      },
      outbox: { secrets, isMailSetUp: settings.mail !== null },
    }),
    address: settings.address,
    folders: ['files', ...(settings.databaseUrl ? [] : ['database'])].map((name) =>
      join(settings.home, name),
    ),
    webRoot: join(root, 'web/dist'),
    trustProxy: settings.trustProxy,
    requestsPerMinute: settings.requestsPerMinute,
    strangersPerHour: settings.strangersPerHour,
    log: { level: settings.logLevel },
  })
  const listening = await app.listen({ host, port }).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EADDRINUSE') throw problem
    return refusal('cli.port-in-use', { host, port })
  })
  const told =
    metrics && settings.metricsPort !== null
      ? await serveMetrics(metrics, { host: '127.0.0.1', port: settings.metricsPort })
      : null
  return {
    address: settings.address ?? listening,
    close: () => app.close().finally(() => told?.close()),
  }
}

async function versionOf(root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  return version
}
