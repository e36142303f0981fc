import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { killed, treeOf } from './processes.ts'

const launcher = fileURLToPath(new URL('../server/bin/banfa.mjs', import.meta.url))
const patience = 120_000

/** The whole product as people run it: `banfa demo` in a process of its own, on a free port. */
export type Product = {
  readonly address: string
  readonly home: string
  /** The process that was started; what it started is below it. */
  readonly pid: number
  /** Asks it to stop, as Ctrl-C does, and waits. */
  stop(): Promise<void>
  /** Ends its whole tree at once, as a power cut would, the database included. */
  kill(): Promise<void>
}

/**
 * @param home its data folder; the same one again is a restart
 * @param more settings beside the usual ones, such as DATABASE_URL
 */
export async function startProduct(
  home: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Product> {
  const child = spawn(process.execPath, [launcher, 'demo'], {
    env: { ...withoutDatabase(), ...settings, ...more, BANFA_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await addressOf(child)
  return {
    address,
    home,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
    kill: async () => {
      for (const pid of await treeOf(child.pid ?? 0)) killed(pid)
      await ended
    },
  }
}

/** An empty home folder that whoever asked for it removes. */
export const newHome = (): Promise<string> => mkdtemp(join(tmpdir(), 'banfa-home-'))

/** Removes a home folder; a server that is still leaving may hold a file for a moment. */
export const removeHome = (home: string): Promise<void> =>
  rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })

const settings = {
  HOST: '127.0.0.1',
  PORT: '0',
  BANFA_REQUESTS_PER_MINUTE: '100000',
  BANFA_STRANGERS_PER_HOUR: '100000',
}

/** Journeys run on the embedded database, whatever the room tests are pointed at. */
function withoutDatabase(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ...rest } = process.env
  return rest
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const give = (why: string) => reject(new Error(`banfa demo ${why}\n${said}`))
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      give(`did not answer within ${patience / 1000} s`)
    }, patience)
    const read = (text: string) => {
      said += text
      const address = /https?:\/\/[\w.[\]:]+:\d+/.exec(said)?.[0]
      if (address) {
        clearTimeout(timer)
        resolve(address)
      }
    }
    child.stdout?.setEncoding('utf8').on('data', read)
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      give(`ended with code ${code}`)
    })
  })
}
