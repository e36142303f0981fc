import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, vi } from 'vitest'
import { runCommand } from '../src/cli/index.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const GOOD_PACK = 'international-incubators'

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

/** `banfa …` as a process in a folder. */
export function banfa(folder: string, ...argv: string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'server/bin/banfa.mjs'), ...argv], {
      cwd: folder,
      env: { PATH: '/usr/bin:/bin', BANFA_HOME: join(folder, 'home') },
      timeout: 30_000,
    })
    const said = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...said }))
    child.stdin.end()
  })
}

/** A process that goes on until it is stopped; `until` waits for what it says after the last wait. */
export function startBanfa(folder: string, ...argv: string[]) {
  const child = spawn(process.execPath, [join(ROOT, 'server/bin/banfa.mjs'), ...argv], {
    cwd: folder,
    env: { PATH: '/usr/bin:/bin', BANFA_HOME: join(folder, 'home') },
  })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  let said = ''
  let wake = () => {}
  const hear = (text: string) => {
    said += text
    wake()
  }
  child.stdout.setEncoding('utf8').on('data', hear)
  child.stderr.setEncoding('utf8').on('data', hear)
  return {
    until: async (wanted: RegExp) => {
      while (!wanted.test(said)) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      said = ''
    },
    stop: async () => {
      child.kill('SIGINT')
      await ended
    },
  }
}

/** The same inside the test's own process, which is faster; `mine` is the folder's pack. */
export async function banfaInside(folder: string, ...argv: string[]): Promise<Ran> {
  const said = { out: '', err: '' }
  const into = (where: 'out' | 'err') => (text: string) => {
    said[where] += `${text}\n`
  }
  const log = vi.spyOn(console, 'log').mockImplementation(into('out'))
  const error = vi.spyOn(console, 'error').mockImplementation(into('err'))
  const settings = {
    root: ROOT,
    home: folder,
    databaseUrl: null,
    host: '',
    port: 0,
    timeAuthority: null,
  }
  const openOffice = () => Promise.reject(new Error('no office here'))
  const machine = {
    settings,
    serve: async () => {},
    openOffice,
    backUp: openOffice,
    restore: openOffice,
  }
  process.exitCode = 0
  try {
    const placed = argv.map((one) => (['mine', 'f.yaml'].includes(one) ? join(folder, one) : one))
    await runCommand(placed, machine, { today: '2026-03-02', version: '0', catalogue: {} })
    return { code: Number(process.exitCode), ...said }
  } finally {
    process.exitCode = 0
    log.mockRestore()
    error.mockRestore()
  }
}

const made: string[] = []
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))))

export type Files = Readonly<Record<string, string | Uint8Array | null>>

/** A temporary folder with a copy of the good pack in `mine`, files over it; null takes one away. */
export async function packFolder(files: Files = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'banfa-cli-'))
  made.push(folder)
  await cp(join(ROOT, 'packs', GOOD_PACK), join(folder, 'mine'), { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    if (content === null) await rm(path, { recursive: true })
    else await writeFile(path, content)
  }
  return folder
}
