import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { treeOf } from '../../../testing/processes.ts'

const bare = fileURLToPath(new URL('./bare.ts', import.meta.url))

/** The bare handler in a process of its own, as the product is in one. */
export async function startBare(words: readonly string[]) {
  const child: ChildProcess = spawn(process.execPath, [bare, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(child.stdout ?? child, 'data')) as [Buffer]
  const stop = async () => {
    child.kill()
    await once(child, 'exit')
  }
  return { address: said.toString().trim(), stop }
}

/** Megabytes that the product's own processes of Node hold now, and held at most. */
export async function memoryOf(pid: number) {
  const told = await Promise.all((await treeOf(pid)).map(statusOf))
  const own = told.filter(({ name }) => name.startsWith('node') || name === 'MainThread')
  const most = (what: 'now' | 'peak') => Math.max(0, ...own.map((one) => one[what]))
  return { now: most('now'), peak: most('peak') }
}

async function statusOf(pid: number) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const line = (name: string) => new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(status)?.[1] ?? ''
  const megabytes = (name: string) => Math.round(Number(line(name)) / 1024)
  return { name: line('Name'), now: megabytes('VmRSS'), peak: megabytes('VmHWM') }
}
