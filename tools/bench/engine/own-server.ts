import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../../server/src/kernel/database/index.ts'

/** A PostgreSQL from npm in a folder of its own; both go with `stop`. */
export async function ownServer(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'banfa-bench-pg-'))
  const embedded = await startEmbedded({ directory, isDurable: false })
  const stop = async () => {
    await embedded.stop()
    await rm(directory, { recursive: true, force: true })
  }
  return { url: embedded.adminUrl, stop }
}
