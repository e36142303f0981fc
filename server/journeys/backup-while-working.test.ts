import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acts, verifyBoard } from '../src/cases/index.ts'
import { openDocuments } from '../src/documents/index.ts'
import { backUp, restore, verifyBackup, wrongContent } from '../src/kernel/backup/index.ts'
import {
  anchorRecord,
  listAnchors,
  openKernel,
  verifyRecord,
  verifyRows,
} from '../src/kernel/index.ts'
import { emptyDatabase } from '../testing/backups.ts'
import { type CaseOffice, openCaseOffice } from '../testing/case-office.ts'

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url))

let folder = ''
let home = ''
let close = async () => {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banfa-working-'))
  home = join(folder, 'home')
  const desk = await openDocuments({
    directory: join(home, 'files'),
    keys: join(home, 'keys'),
    verifyAt: 'https://example.invalid/v/',
    demo: true,
  })
  close = () => desk.close()
})
afterAll(async () => {
  await close()
  await rm(folder, { recursive: true, force: true })
})

/** Applications filed and withdrawn one after another, an anchor with each, until told to stop. */
async function work(at: CaseOffice, isDone: () => boolean): Promise<number> {
  let filed = 0
  for (; !isDone(); filed += 1) {
    const caseId = await at.aCaseAt('filed')
    await at.zone.asSystem((tx) => anchorRecord(tx, join(home, 'anchors')))
    await at.zone.writing(at.applicant, (tx) => acts.withdraw(tx, { caseId }))
  }
  return filed
}

test('a backup taken while people work is whole, and so is what is restored from it', async () => {
  const at = await openCaseOffice()
  const { adminUrl, id: zone } = at.zone
  let done = false
  const working = work(at, () => done)
  const backups: string[] = []
  for (const name of ['first', 'second', 'third']) {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const to = join(folder, name)
    await backUp({ adminUrl, home, to, version: '0.1.0' })
    backups.push(to)
  }
  done = true
  expect(await working).toBeGreaterThan(0)
  for (const backup of backups) expect(await verifyBackup(backup)).toMatchObject({ intact: true })

  const [, , from = ''] = backups
  const target = await emptyDatabase(adminUrl)
  const restored = join(folder, 'restored')
  await restore({ from, adminUrl: target.url, home: restored, migrations: MIGRATIONS })
  const kernel = openKernel({ connectionString: target.url, zone })
  try {
    const system = { kind: 'system', job: 'verify' } as const
    const found = await kernel.reading(system, async (tx) => {
      const read = await listAnchors(tx, join(restored, 'anchors'))
      if (!read.intact) throw new Error('the anchors were altered')
      return {
        record: await verifyRecord(tx, read.anchors),
        board: await verifyBoard(tx),
        rows: await verifyRows(tx),
      }
    })
    expect(found).toMatchObject({
      record: { intact: true },
      board: { intact: true },
      rows: { intact: true, unsealed: {} },
    })
    expect(await wrongContent(join(restored, 'files'))).toBeNull()
  } finally {
    await kernel.close()
    await target.drop()
  }
}, 300_000)
