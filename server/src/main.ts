import { join } from 'node:path'
import { refusals, runCommand } from './cli/index.ts'
import { openDocuments } from './documents/index.ts'
import { catalogue } from './http/index.ts'
import { databaseRefusals } from './kernel/database/index.ts'
import { machineClock, openKernel } from './kernel/index.ts'
import { openDatabase } from './open-database.ts'
import { documentsOf, openProduct } from './product.ts'
import { readSettings } from './settings.ts'

const settings = readSettings(process.env, { onFault: (error) => console.error(error) })

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
        close: async () => {
          await documents.close()
          await kernel.close().finally(() => database.close())
        },
      }
    },
  },
  {
    today: machineClock.today(),
    version: '0.1.0',
    catalogue: { ...databaseRefusals, ...catalogue, ...refusals },
  },
)
