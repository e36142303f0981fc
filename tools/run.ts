import { spawn } from 'node:child_process'
import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder: every command runs there, from wherever it was called. */
export const root = fileURLToPath(new URL('..', import.meta.url))

type Wish = {
  readonly env?: Readonly<Record<string, string>>
  /** Keep what it prints instead of showing it. */
  readonly quiet?: boolean
  readonly cwd?: string
}
export type Ran = { readonly code: number | null; readonly output: string }

/**
 * Runs a command of node_modules/.bin, or of the machine, and waits for its end.
 * @returns its exit code, null when a signal ended it, and with `quiet` what it printed.
 */
export function run(command: readonly string[], wish: Wish = {}): Promise<Ran> {
  const [file = '', ...args] = command
  const env = {
    ...process.env,
    ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
    PATH: `${root}node_modules/.bin${delimiter}${process.env.PATH ?? ''}`,
    ...wish.env,
  }
  const child = spawn(file, args, {
    cwd: wish.cwd ?? root,
    env,
    stdio: ['ignore', wish.quiet ? 'pipe' : 'inherit', wish.quiet ? 'pipe' : 'inherit'],
    shell: process.platform === 'win32',
  })
  const printed: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => printed.push(text))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 127, output: String(error) }))
    child.on('close', (code) => resolve({ code, output: printed.join('') }))
  })
}
