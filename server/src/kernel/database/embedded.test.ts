import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDataFolder } from './data-folder.ts'
import { startEmbedded, withClient } from './index.ts'
import { isAlive } from './processes.ts'
import { startAlone } from './start-lock.ts'

const WITNESS = fileURLToPath(new URL('../../../testing/embedded-witness.ts', import.meta.url))
let directory = ''
const started: ChildProcess[] = []

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'banfa-embedded-'))
})

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  await rm(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 })
})

type Witness = {
  readonly child: ChildProcess
  readonly supervisor: number
  readonly port: number
  /** Numbers it said it had committed. */
  readonly said: readonly number[]
}

/** Starts the product's bones in a process of their own and waits until it has said ten numbers. */
async function aWitness(): Promise<Witness> {
  const child = spawn(process.execPath, [WITNESS, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started.push(child)
  const lines: string[] = []
  let rest = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
  })
  await until(() => lines.length > 10)
  const [, supervisor, port] = (lines[0] ?? '').split(' ').map(Number)
  return {
    child,
    supervisor: supervisor ?? 0,
    port: port ?? 0,
    get said() {
      return lines.slice(1).map(Number)
    },
  }
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await holds()) return
    await sleep(20)
  }
  throw new Error('it did not come about within 12 seconds')
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createConnection({ host: '127.0.0.1', port })
    probe.once('connect', () => resolve(true)).once('error', () => resolve(false))
    probe.once('connect', () => probe.destroy())
  })
}

async function serverPid(): Promise<number> {
  const lines = await readFile(join(directory, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')
  return Number(lines.split('\n')[0])
}

/** What a restart finds: every number with both of its rows, or neither. */
async function keptRows(): Promise<{ whole: number[]; torn: number[] }> {
  const embedded = await startEmbedded({ directory })
  try {
    const rows = await withClient(embedded.adminUrl, async (client) => {
      const found = await client.query<{ n: number; halves: bigint }>(
        'select n, count(*) as halves from witness group by n order by n',
      )
      return found.rows
    })
    return {
      whole: rows.filter((row) => row.halves === 2n).map((row) => row.n),
      torn: rows.filter((row) => row.halves !== 2n).map((row) => row.n),
    }
  } finally {
    await embedded.stop()
  }
}

test('a server is made, answers only on 127.0.0.1 with its password, and sorts and searches Chinese', async () => {
  const embedded = await startEmbedded({ directory })
  try {
    const rows = await withClient(embedded.adminUrl, async (client) => {
      await client.query('create extension if not exists pg_trgm')
      const found = await client.query(`select cardinality(show_trgm('科技有限')) > 0 as trigrams,
        array(select x from unnest(array['张', '李', '阿']) x order by x collate "zh-x-icu") as pinyin,
        current_setting('fsync') as fsync, current_setting('listen_addresses') as listens,
        current_setting('unix_socket_directories') as sockets`)
      return found.rows
    })
    expect(rows).toEqual([
      {
        trigrams: true,
        pinyin: ['阿', '李', '张'],
        fsync: 'on',
        listens: '127.0.0.1',
        sockets: '',
      },
    ])
    const stranger = new URL(embedded.appUrl)
    stranger.password = 'guessed'
    await expect(withClient(stranger.href, async () => 1)).rejects.toMatchObject({ code: '28P01' })
  } finally {
    await embedded.stop()
  }
  expect(await isListening(embedded.port)).toBe(false)
})

test('a second start in the same directory is refused and told where the first answers', async () => {
  const embedded = await startEmbedded({ directory })
  try {
    await embedded.announceAddress('http://127.0.0.1:8080')
    await expect(startEmbedded({ directory })).rejects.toMatchObject({
      code: 'database.running.conflict',
      params: { address: 'http://127.0.0.1:8080', pid: process.pid, directory },
    })
  } finally {
    await embedded.stop()
  }
})

test('two starts at the same moment: one runs, the other is refused', async () => {
  const outcomes = await Promise.allSettled([
    startEmbedded({ directory }),
    startEmbedded({ directory }),
  ])
  const up = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  await Promise.all(up.map((one) => one.stop()))
  expect(up).toHaveLength(1)
  expect(outcomes.find((one) => one.status === 'rejected')).toMatchObject({
    reason: { code: 'database.running.conflict' },
  })
})

// One meeting in six goes wrong when the keys are not put in place whole, so sixty tell.
test('two starts that meet in a new directory hold the same keys, those of its file', async () => {
  for (let meeting = 0; meeting < 60; meeting += 1) {
    const place = join(directory, String(meeting))
    const folders = await Promise.all([openDataFolder(place, null), openDataFolder(place, null)])
    const kept = JSON.parse(await readFile(join(place, 'postgres-keys.json'), 'utf8'))
    expect(folders.map(({ keys }) => keys)).toEqual([kept, kept])
    expect((await readdir(place)).sort()).toEqual(['postgres', 'postgres-keys.json'])
  }
})

test.each([
  ['of a process that is gone', '4194304'],
  ['cut short before its number was in it', ''],
])('a lock %s is taken over by one start at a time', async (_, holder) => {
  const lock = join(directory, 'start.lock')
  await writeFile(lock, holder)
  await utimes(lock, 1, 1)
  let inside = 0
  const most: number[] = []
  const start = () =>
    startAlone(directory, async () => {
      inside += 1
      most.push(inside)
      await sleep(5)
      inside -= 1
    })
  await Promise.all(Array.from({ length: 8 }, start))
  expect(most).toEqual(Array.from({ length: 8 }, () => 1))
  expect(await readdir(directory)).toEqual([])
})

test('killing the product leaves no server behind, and the next start loses nothing', async () => {
  const witness = await aWitness()
  const server = await serverPid()
  witness.child.kill('SIGKILL')
  await once(witness.child, 'exit')
  await until(() => !isAlive(witness.supervisor) && !isAlive(server))
  const { whole, torn } = await keptRows()
  expect(torn).toEqual([])
  expect(whole).toEqual(expect.arrayContaining([...witness.said]))
})

test('killing everything at once in the middle of writing loses nothing that was acknowledged', async () => {
  for (let trial = 1; trial <= 3; trial += 1) {
    const witness = await aWitness()
    const server = await serverPid()
    process.kill(server, 'SIGKILL')
    process.kill(witness.supervisor, 'SIGKILL')
    witness.child.kill('SIGKILL')
    await once(witness.child, 'exit')
    const { whole, torn } = await keptRows()
    expect(torn).toEqual([])
    expect(whole).toEqual(expect.arrayContaining([...witness.said]))
  }
}, 60_000)

test('a server that lost both product and supervisor is stopped by the next start', async () => {
  const witness = await aWitness()
  const server = await serverPid()
  process.kill(witness.supervisor, 'SIGKILL')
  witness.child.kill('SIGKILL')
  await once(witness.child, 'exit')
  expect(isAlive(server)).toBe(true)
  const { whole, torn } = await keptRows()
  expect(isAlive(server)).toBe(false)
  expect(torn).toEqual([])
  expect(whole).toEqual(expect.arrayContaining([...witness.said]))
}, 60_000)
