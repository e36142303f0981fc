import { execFile } from 'node:child_process'
import { chmod, mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { attachEmbedded, withClient } from '../server/src/kernel/database/index.ts'
import { type Client, signedIn } from './client.ts'
import { newHome, type Product, removeHome, startProduct } from './product.ts'

const run = promisify(execFile)
const launcher = fileURLToPath(new URL('../server/bin/banfa.mjs', import.meta.url))
const undo: (() => Promise<unknown>)[] = []

afterAll(async () => {
  for (const one of undo.reverse()) await one().catch(() => {})
})

/** A disk of its own in a folder; false where the machine lets nobody mount one. */
async function mounted(folder: string, megabytes: number): Promise<boolean> {
  await mkdir(folder, { recursive: true })
  const disk = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]
  const done = await run('mount', disk).catch(() => null)
  if (!done) return false
  undo.push(() => run('umount', ['-l', folder]))
  await chmod(folder, 0o755)
  return true
}

async function fill(folder: string): Promise<() => Promise<void>> {
  const { bavail, bsize } = await statfs(folder)
  const filler = join(folder, 'filler')
  await writeFile(filler, Buffer.alloc(Math.max(0, bavail * bsize - 4096)))
  return () => rm(filler)
}

type Seen = {
  readonly id: string
  readonly revision: number
  readonly facts: readonly { readonly name: string; readonly value: unknown }[]
  readonly papers: readonly { readonly paper: string; readonly files: readonly object[] }[]
}

/** 徐洁's application, which she is still writing. */
async function herDraft(applicant: Client) {
  const { rows } = await applicant<{ rows: { id: string }[] }>('GET', '/api/cases')
  const id = rows[0]?.id ?? ''
  const look = () => applicant<Seen>('GET', `/api/cases/${id}`)
  return {
    look,
    handIn: (size: number) => {
      const form = new FormData()
      const bytes = Buffer.concat([Buffer.from('%PDF-1.4\n%%EOF\n'), Buffer.alloc(size, 0x20)])
      form.append('file', new Blob([bytes]), '材料.pdf')
      return applicant('POST', `/api/cases/${id}/papers/overseas-talent-count`, form)
    },
    save: async (staff: number) => {
      const { revision } = await look()
      const answers = { 'management-staff': `${staff} 人` }
      return applicant('PUT', `/api/cases/${id}/draft`, { revision, answers })
    },
  }
}

const readyz = async ({ address }: Product) => {
  const answer = await fetch(`${address}/readyz`)
  return { status: answer.status, body: await answer.json() }
}

/** The log's files that are there already hold a while: the next one needs room. */
async function nextSegment(home: string): Promise<void> {
  const database = await attachEmbedded(join(home, 'database'))
  if (!database) return
  await withClient(database.adminUrl, (client) => client.query('select pg_switch_wal()')).catch(
    () => {},
  )
}

const verified = (home: string) =>
  run(process.execPath, [launcher, 'verify'], {
    env: { ...process.env, BANFA_HOME: home, DATABASE_URL: undefined },
  })

test('the disk of the papers is full: uploads are refused whole, all else goes on, and room mends it', async ({
  skip,
}) => {
  const home = await newHome()
  undo.push(() => removeHome(home))
  if (!(await mounted(join(home, 'files'), 64))) return skip('nobody may mount a small disk here')
  const product = await startProduct(home)
  undo.push(() => product.stop())
  const draft = await herDraft(await signedIn(product.address, 'xu.jie'))
  const papers = async () => (await draft.look()).papers.map(({ files }) => files.length)
  const before = await papers()
  expect(await readyz(product)).toEqual({ status: 200, body: { ready: true } })

  const makeRoom = await fill(join(home, 'files'))
  expect(await readyz(product)).toEqual({ status: 503, body: { ready: false, waitsFor: 'disk' } })
  await expect(draft.handIn(2_000_000)).rejects.toThrow(/503 .*http\.disk-full/)
  expect(await papers()).toEqual(before)
  await expect(draft.save(7)).resolves.toBeTruthy()
  expect((await fetch(`${product.address}/api/notices`)).status).toBe(200)

  await makeRoom()
  expect(await readyz(product)).toEqual({ status: 200, body: { ready: true } })
  await draft.handIn(2_000_000)
  expect((await papers()).reduce((sum, count) => sum + count, 0)).toBe(
    before.reduce((sum, count) => sum + count, 0) + 1,
  )
  await verified(home)
}, 240_000)

test('the disk of the database is full: it says so, an act is kept or refused whole, and room mends it', async ({
  skip,
}) => {
  const home = await newHome()
  undo.push(() => removeHome(home))
  if (!(await mounted(join(home, 'database'), 400)))
    return skip('nobody may mount a small disk here')
  let product = await startProduct(home)
  undo.push(() => product.stop())
  const draft = await herDraft(await signedIn(product.address, 'xu.jie'))
  const kept: number[] = []
  const makeRoom = await fill(join(home, 'database'))
  expect(await readyz(product)).toMatchObject({ status: 503, body: { waitsFor: 'disk' } })
  const told = new Set<string>()
  for (let time = 1; time <= 12; time += 1) {
    await draft.save(time).then(
      () => kept.push(time),
      (problem: Error) => told.add(problem.message),
    )
    await nextSegment(home)
  }
  for (const message of told) expect(message).toMatch(/503 .*http\.(disk-full|database-gone)/)
  expect((await fetch(`${product.address}/healthz`)).status).toBe(200)

  await makeRoom()
  for (let time = 0; time < 30 && (await readyz(product)).status !== 200; time += 1)
    await sleep(1_000)
  if ((await readyz(product)).status !== 200) {
    await product.stop()
    product = await startProduct(home)
  }
  const after = await herDraft(await signedIn(product.address, 'xu.jie'))
  const { facts } = await after.look()
  const staff = facts.find(({ name }) => name === 'management-staff')
  expect(Number.parseInt(String(staff?.value), 10)).toBeGreaterThanOrEqual(kept.at(-1) ?? 0)
  await after.save(4_000)
  await verified(home)
}, 300_000)
