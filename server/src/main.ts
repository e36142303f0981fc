import { join } from 'node:path'
import { refusals, runCommand } from './cli/index.ts'
import { openDocuments } from './documents/index.ts'
import { catalogue } from './http/index.ts'
import { backUp, backupRefusals, restore } from './kernel/backup/index.ts'
import { databaseRefusals } from './kernel/database/index.ts'
import { machineClock, openKernel } from './kernel/index.ts'
import { type Database, MIGRATIONS, openDatabase } from './open-database.ts'
import { documentsOf, openProduct } from './product.ts'
import { readSettings } from './settings.ts'

const settings = readSettings(process.env, { onFault: (error) => console.error(error) })

const VERSION = '0.1.0'

/** Serves until the process is told to stop. */
async function serve(
  options: { demo: boolean },
  onAddress: (address: string) => void,
): Promise<void> {
  const product = await openProduct(settings, options)
  onAddress(product.address)
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await product.close()
}

async function onDatabase<Answer>(
  how: Parameters<typeof openDatabase>[1],
  work: (database: Database) => Promise<Answer>,
): Promise<Answer> {
  const database = await openDatabase(settings, how)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

await runCommand(
  process.argv.slice(2),
  {
    settings,
    serve,
    openOffice: async () => {
      const database = await openDatabase(settings, { join: true })
      const kernel = openKernel({ connectionString: database.appUrl })
      const documents = await openDocuments(documentsOf(settings, false))
      return {
        kernel,
        anchors: join(settings.home, 'anchors'),
        files: join(settings.home, 'files'),
        close: async () => {
          await documents.close()
          await kernel.close().finally(() => database.close())
        },
      }
    },
    backUp: (to) =>
      onDatabase({ join: true }, ({ adminUrl }) =>
        backUp({ adminUrl, home: settings.home, to, version: VERSION }),
      ),
    restore: (from) =>
      onDatabase({ join: false, asItIs: true }, ({ adminUrl }) =>
        restore({ adminUrl, home: settings.home, from, migrations: MIGRATIONS }),
      ),
  },
  {
    today: machineClock.today(),
    version: VERSION,
    catalogue: { ...databaseRefusals, ...backupRefusals, ...catalogue, ...refusals },
  },
)
