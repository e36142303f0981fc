import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openDataFolder } from './data-folder.ts'
import { APP_LOGIN, DATABASE, type Embedded } from './embedded.ts'
import { serverOwner } from './owner.ts'
import { adminUrlAt, findServer } from './running.ts'

/**
 * Joins the embedded server that another process runs in a directory, for a command beside a
 * running product; null when none runs there. It is that other process's to stop.
 */
export async function attachEmbedded(
  directory: string,
): Promise<Pick<Embedded, 'adminUrl' | 'appUrl'> | null> {
  if (!existsSync(join(resolve(directory), 'postgres-keys.json'))) return null
  const folder = await openDataFolder(directory, serverOwner())
  const server = await findServer(folder)
  if (!server) return null
  return {
    adminUrl: adminUrlAt(folder, server.port, DATABASE),
    appUrl: `postgres://${APP_LOGIN}:${folder.keys.app}@127.0.0.1:${server.port}/${DATABASE}`,
  }
}
