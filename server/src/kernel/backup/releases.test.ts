import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { emptyDatabase } from '../../../testing/backups.ts'
import { aFullZone } from '../../../testing/full-zone.ts'
import { openZone } from '../../../testing/index.ts'
import { withClient } from '../database/pool.ts'
import { newId } from '../index.ts'
import { copyOut, SPELLING } from './copy-out.ts'
import { backUp, restore, verifyBackup } from './index.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { listTables } from './tables.ts'

const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url))
const RELEASES = fileURLToPath(new URL('../../../testing/releases', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'banfa-releases-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Names the release whose backup is written and kept: `node tools/keep-release.ts 0.2.0`. */
const keep = process.env.BANFA_RELEASE

/** Columns that a migration gave other values to, and which one it was. */
const REWRITTEN: Readonly<Record<string, readonly string[]>> = {}

/** Tables in which something of each kind of work must have left a row. */
const HAPPENED = [
  'alterations',
  'certificates',
  'consultation_comments',
  'consultations',
  'meetings',
  'objection_words',
  'objections',
  'outgoing_messages',
  'saved_filters',
  'webhooks',
]

type Sums = Readonly<Record<string, string>>

const sumsIn = ({ tables }: Manifest): Sums =>
  Object.fromEntries(tables.map(({ name, rows, sha256 }) => [name, `${rows} ${sha256}`]))

/** The tables of an older backup as they are now: the same columns, every value of every row. */
function sumsNow(url: string, before: Manifest): Promise<Sums> {
  return withClient(url, async (client) => {
    await client.query('begin read only')
    for (const spelling of SPELLING) await client.query(spelling)
    const shapes = await listTables(client)
    const sums: [string, string][] = []
    for (const { name, columns } of before.tables) {
      const shape = shapes.find((one) => one.name === name)
      if (!shape) continue
      const { rows, sha256 } = await copyOut(client, { ...shape, columns }, null)
      sums.push([name, `${rows} ${sha256}`])
    }
    return Object.fromEntries(sums)
  })
}

const upgraded = async (release: string) => {
  const { adminUrl } = await openZone()
  const target = await emptyDatabase(adminUrl)
  const home = join(folder, newId())
  await restore({ from: release, adminUrl: target.url, home, migrations: MIGRATIONS })
  return { ...target, home }
}

test('a zone in which everything has happened comes through a backup and back, table by table', async () => {
  const home = join(folder, 'full')
  const { adminUrl } = await aFullZone(home)
  const to = join(folder, 'backup')
  const manifest = await backUp({ adminUrl, home, to, version: keep ?? '0.1.0' })
  const rows = new Map(manifest.tables.map((one) => [one.name, one.rows]))
  expect(HAPPENED.filter((name) => !rows.get(name))).toEqual([])
  const { url, drop } = await upgraded(to)
  expect(await sumsNow(url, manifest)).toEqual(sumsIn(manifest))
  await drop()
  if (keep)
    await cp(to, join(RELEASES, keep), { recursive: true, errorOnExist: true, force: false })
}, 120_000)

test.for(await readdir(RELEASES))(
  'release %s: every value of every table is there after the upgrade, and the record is whole',
  { timeout: 120_000 },
  async (name) => {
    const release = join(RELEASES, name)
    const before = await readManifest(release)
    if (!before) throw new Error(`${name} is no backup`)
    const { url, home, drop } = await upgraded(release)
    const rewritten = REWRITTEN[name] ?? []
    const same = ([table]: [string, string]) => !rewritten.includes(table)
    expect(Object.entries(await sumsNow(url, before)).filter(same)).toEqual(
      Object.entries(sumsIn(before)).filter(same),
    )
    const to = join(folder, newId())
    const after = await backUp({ adminUrl: url, home, to, version: 'next' })
    expect(after.migrations.length).toBeGreaterThanOrEqual(before.migrations.length)
    const entries = before.tables.find((one) => one.name === 'record_entries')?.rows
    expect(await verifyBackup(to)).toMatchObject({ intact: true, entries })
    await drop()
  },
)
