import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aSmallZone, emptyDatabase } from '../../../testing/backups.ts'
import { newId, sha256 } from '../index.ts'
import { anchorsIn } from '../record/anchors.ts'
import { digestDatabase } from './back-up.ts'
import { backUp, type Manifest, restore, verifyBackup } from './index.ts'
import { hashFile, listFiles, tablePath, writeManifest } from './manifest.ts'

const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url))
let folder = ''
let adminUrl = ''
let backup = ''
let manifest: Manifest

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banfa-backup-'))
  const zone = await aSmallZone(join(folder, 'home'))
  adminUrl = zone.adminUrl
  backup = join(folder, 'backup')
  manifest = await backUp({ adminUrl, home: join(folder, 'home'), to: backup, version: '0.1.0' })
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const restored = async (from: string) => {
  const target = await emptyDatabase(adminUrl)
  const home = join(folder, newId())
  await restore({ from, adminUrl: target.url, home, migrations: MIGRATIONS })
  return { ...target, home }
}

describe('backup and restore', () => {
  test('what is restored has the hash of the original, files and anchors with it', async () => {
    const { url, home, drop } = await restored(backup)
    expect(await digestDatabase(url)).toBe(manifest.digest)
    expect(await digestDatabase(url)).toBe(await digestDatabase(adminUrl))
    expect(await listFiles(join(home, 'files'))).toEqual(
      await listFiles(join(folder, 'home/files')),
    )
    expect(manifest.tables.find((one) => one.name === 'record_entries')?.rows).toBeGreaterThan(5)
    await drop()
  })

  test('a backup goes neither over files nor into a database that has rows', async () => {
    const again = backUp({ adminUrl, home: folder, to: backup, version: '0.1.0' })
    await expect(again).rejects.toMatchObject({ code: 'backup.folder-taken' })
    const parts = { from: backup, adminUrl, home: folder, migrations: MIGRATIONS }
    await expect(restore(parts)).rejects.toMatchObject({ code: 'backup.not-empty' })
  })

  test('an altered backup is not restored', async () => {
    const path = join(backup, tablePath('record_heads'))
    const text = await readFile(path, 'utf8')
    await writeFile(
      path,
      text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
    )
    const parts = { from: backup, adminUrl, home: folder, migrations: MIGRATIONS }
    await expect(restore(parts)).rejects.toMatchObject({
      code: 'backup.altered',
      params: { where: tablePath('record_heads') },
    })
    await writeFile(path, text)
  })
})

/** mulberry32: the same alterations at every run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

describe('banfa verify without a server', () => {
  test('an untouched backup is intact', async () => {
    expect(await verifyBackup(backup)).toMatchObject({ intact: true })
  })

  test('any byte of the record, the files, the anchors or the manifest altered is found: 600 of 600', async () => {
    const paths = [...(await listFiles(backup)), 'manifest.json', 'manifest.sha256']
    const random = randomFrom(20261121)
    const missed: string[] = []
    for (let time = 0; time < 600; time += 1) {
      const path = paths[Math.floor(random() * paths.length)] ?? ''
      const before = await readFile(join(backup, path))
      if (before.length === 0) continue
      const at = Math.floor(random() * before.length)
      const after = Buffer.from(before)
      after[at] = ((after[at] ?? 0) + 1 + Math.floor(random() * 255)) % 256
      await writeFile(join(backup, path), after)
      if ((await verifyBackup(backup)).intact) missed.push(`${path} ${at}`)
      await writeFile(join(backup, path), before)
    }
    expect(missed).toEqual([])
  }, 300_000)

  // A forger who can write the backup writes its manifest anew, but not the chain.
  test('a value of the record, a file or an anchor altered is found under a forged manifest too: 400 of 400', async () => {
    const random = randomFrom(7)
    const paths = (await listFiles(backup)).filter(
      (path) => path === tablePath('record_entries') || !path.startsWith('tables/'),
    )
    const missed: string[] = []
    for (let time = 0; time < 400; time += 1) {
      const path = paths[Math.floor(random() * paths.length)] ?? ''
      const before = await readFile(join(backup, path))
      const after = alteredValue(before, { random, isText: !path.startsWith('files/') })
      await writeFile(join(backup, path), after)
      await forgeManifest(path)
      if ((await verifyBackup(backup)).intact) missed.push(`${time} ${path}`)
      await writeFile(join(backup, path), before)
      await writeManifest(backup, manifest)
    }
    expect(missed).toEqual([])
  }, 300_000)
})

/** Tables whose rows acts seal into the record, and the columns that are the clock's to move. */
const SEALED = ['filings', 'judgements', 'objections', 'facts', 'recognitions', 'bars']
const SEALED_TOO = ['certificates', 'notices']
const MOVING = ['closed_announced', 'ending_announced']

/** The table's text with one value of one row altered, and which. */
function alteredRow(table: string, text: string, random: () => number) {
  const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)] as T
  const columns = manifest.tables.find((one) => one.name === table)?.columns ?? []
  const lines = text.split('\n').filter(Boolean)
  const row = Math.floor(random() * lines.length)
  const at = pick(columns.flatMap((name, each) => (MOVING.includes(name) ? [] : [each])))
  const values = (lines[row] ?? '').split('\t')
  const value = values[at] ?? ''
  const longer = value.endsWith('3') ? `${value}4` : `${value}3`
  values[at] = value === '\\N' ? '3' : longer
  const after = lines.with(row, values.join('\t'))
  return { text: `${after.join('\n')}\n`, what: `${table}.${columns[at]}` }
}

describe('rows that acts sealed', () => {
  test('a value altered under a forged manifest is found, in whatever table: 200 of 200', async () => {
    const random = randomFrom(41)
    const missed: string[] = []
    const tables = [...SEALED, ...SEALED_TOO]
    for (let time = 0; time < 200; time += 1) {
      const table = tables[time % tables.length] ?? ''
      const path = tablePath(table)
      const before = await readFile(join(backup, path), 'utf8')
      const { text, what } = alteredRow(table, before, random)
      await writeFile(join(backup, path), text)
      await forgeManifest(path)
      if ((await verifyBackup(backup)).intact) missed.push(what)
      await writeFile(join(backup, path), before)
      await writeManifest(backup, manifest)
    }
    expect(missed).toEqual([])
    expect(await verifyBackup(backup)).toMatchObject({ intact: true })
  }, 300_000)
})

/** Another digit or letter in the place of one; in a stored file, another byte. */
function alteredValue(
  before: Buffer,
  { random, isText }: { random: () => number; isText: boolean },
): Buffer {
  const after = Buffer.from(before)
  for (;;) {
    const at = Math.floor(random() * before.length)
    const byte = before[at] ?? 0
    if (!isText) {
      after[at] = (byte + 1) % 256
      return after
    }
    if (/[0-9a-f]/.test(String.fromCharCode(byte))) {
      after[at] = byte === 0x33 ? 0x34 : 0x33
      return after
    }
  }
}

async function forgeManifest(path: string): Promise<void> {
  const sha = await hashFile(join(backup, path))
  const tables = manifest.tables.map((one) =>
    tablePath(one.name) === path ? { ...one, sha256: sha } : one,
  )
  const lines = tables.map((one) => `${one.name} ${one.rows} ${one.sha256}\n`)
  const files = manifest.files.map((one) => (one.path === path ? { ...one, sha256: sha } : one))
  await writeManifest(backup, { ...manifest, tables, files, digest: sha256(lines.sort().join('')) })
}

describe('the anchors', () => {
  test('a line cut off by a crash is no anchor, a line altered is told', async () => {
    const path = join(folder, 'anchors.jsonl')
    const [name = ''] = await listFiles(join(backup, 'anchors'))
    const text = await readFile(join(backup, 'anchors', name), 'utf8')
    await mkdir(folder, { recursive: true })
    await writeFile(path, `${text}{"on":"2026-03-0`)
    expect(await anchorsIn(path)).toMatchObject({ intact: true })
    await writeFile(path, text.replace('"at":"2026', '"at":"2025'))
    expect(await anchorsIn(path)).toMatchObject({ intact: false, line: 1 })
    const [first, ...rest] = text.split('\n')
    expect(rest.length).toBeGreaterThan(1)
    await writeFile(path, rest.join('\n'))
    expect(await anchorsIn(path), first).toMatchObject({ intact: false, line: 1 })
  })
})
