/**
 * The process between the product and PostgreSQL. It owns the server and holds one end of a pipe
 * whose other end is the product: when that end closes, in whatever way the product ended, it stops
 * the server and leaves. Started by launch.ts with one argument: what to run, as JSON.
 */
import { spawn } from 'node:child_process'

type Charge = {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly uid?: number
  readonly gid?: number
}

const charge = JSON.parse(process.argv[2] ?? '') as Charge
const { command, args, ...how } = charge
const server = spawn(command, args, { ...how, stdio: ['ignore', 'inherit', 'inherit'] })

/** Fast shutdown; then without a checkpoint; then by force. WAL makes each of them safe. */
function stop(): void {
  server.kill('SIGINT')
  setTimeout(() => server.kill('SIGQUIT'), 10_000).unref()
  setTimeout(() => server.kill('SIGKILL'), 15_000).unref()
}

process.stdin.once('end', stop).once('error', stop).resume()
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop)
server.once('error', () => process.exit(127))
server.once('exit', (code) => process.exit(code ?? 1))
