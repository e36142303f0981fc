import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { migrate, startEmbedded } from '../../kernel/database/index.ts'
import { foundZone, listRecordAfter, openKernel, record, verifyRecord } from '../../kernel/index.ts'
import { outageOf } from './outage.ts'

const run = promisify(execFile)
const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url))
const system = { kind: 'system', job: 'test' } as const

const undo: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const one of undo.reverse()) await one().catch(() => {})
})

/** A disk of its own and no more; null where the machine lets nobody mount one. */
async function smallDisk(): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'banfa-disk-'))
  undo.push(() => rm(folder, { recursive: true, force: true }))
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', folder]).catch(
    () => null,
  )
  if (!mounted) return null
  undo.push(() => run('umount', ['-l', folder]))
  await chmod(folder, 0o755)
  return folder
}

async function fill(path: string, folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  await writeFile(path, Buffer.alloc(Math.max(0, bavail * bsize - 65_536)))
}

test('a full disk is said to be one; what was acknowledged is there once there is room again', async ({
  skip,
}) => {
  const disk = await smallDisk()
  if (!disk) return skip('this machine lets nobody mount a small disk')
  const start = async () => {
    const database = await startEmbedded({ directory: join(disk, 'database') })
    undo.push(() => database.stop())
    await migrate(database.adminUrl, MIGRATIONS)
    const kernel = openKernel({ connectionString: database.appUrl })
    return { database, kernel }
  }
  const first = await start()
  await foundZone(first.kernel, { name: { zh: '区', en: 'Zone' }, isDemo: false })
  await fill(join(disk, 'filler'), disk)
  const kept: string[] = []
  const act = async (id: string) =>
    first.kernel.writing(system, async (tx) => {
      const entry = await record(tx, {
        act: 'fill',
        subject: { kind: 'test', id },
        detail: { text: Array.from({ length: 4_000 }, (_, at) => `${id}-${at}`).join() },
      })
      return entry.hash
    })
  const outages = new Set<string | null>()
  for (let time = 0; time < 2_000 && outages.size === 0; time += 1) {
    await act(String(time)).then(
      (hash) => kept.push(hash),
      (error) => outages.add(outageOf(error)),
    )
  }
  expect(
    [...outages].every((one) => one === 'http.disk-full' || one === 'http.database-gone'),
  ).toBe(true)
  expect(outages.size).toBe(1)
  await rm(join(disk, 'filler'))
  await first.kernel.close()
  await first.database.stop()
  const second = await start()
  const entries = await second.kernel.reading(system, (tx) => listRecordAfter(tx, 0, 10_000))
  const there = new Set(entries.map((entry) => entry.hash))
  expect(kept.filter((hash) => !there.has(hash))).toEqual([])
  const verdict = await second.kernel.reading(system, (tx) => verifyRecord(tx))
  expect(verdict).toMatchObject({ intact: true })
  await second.kernel.close()
}, 120_000)
