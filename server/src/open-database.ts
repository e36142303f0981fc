import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { attachEmbedded, migrate, startEmbedded } from './kernel/database/index.ts'
import type { AllSettings } from './settings.ts'

export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url))

/** A migrated database, however it came about. */
export type Database = {
  /** The owner: migrations and jobs. */
  readonly adminUrl: string
  /** For the kernel: can only become the application's role. */
  readonly appUrl: string
  announceAddress(address: string): Promise<void>
  close(): Promise<void>
}

const nothing = async () => {}

/**
 * The server of DATABASE_URL, or the embedded one below the home folder. A command beside a running
 * product joins its server (`join`); the product itself refuses to start twice.
 */
export async function openDatabase(
  settings: AllSettings,
  how: { join: boolean; asItIs?: true },
): Promise<Database> {
  const database = settings.databaseUrl
    ? given(settings.databaseUrl)
    : await embedded(join(settings.home, 'database'), how)
  // A restore makes the schema of the backup first.
  if (!how.asItIs) await migrate(database.adminUrl, MIGRATIONS)
  return database
}

function given(url: string): Database {
  return { adminUrl: url, appUrl: url, announceAddress: nothing, close: nothing }
}

async function embedded(directory: string, how: { join: boolean }): Promise<Database> {
  const running = how.join ? await attachEmbedded(directory) : null
  if (running) return { ...running, announceAddress: nothing, close: nothing }
  const started = await startEmbedded({ directory })
  return { ...started, close: () => started.stop() }
}
