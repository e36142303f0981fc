import { createConnection, type NetConnectOpts } from 'node:net'
import { type Scanned, type Scanner, ScannerAway } from './scanner.ts'

const PATIENCE_MS = 30_000
const CHUNK = 64 * 1024

/**
 * ClamAV's daemon by INSTREAM (clamd(8)): chunks with their length before them, an empty one at the
 * end, one line back. Whatever is not `stream: OK` or `… FOUND` counts as no answer at all.
 * @param address `tcp://127.0.0.1:3310` or `unix:///run/clamav/clamd.ctl`
 */
export function clamd(address: string): Scanner {
  const target = targetOf(new URL(address))
  return { scan: async (bytes) => read(await exchange(target, bytes)) }
}

function targetOf(address: URL): NetConnectOpts {
  return address.protocol === 'unix:'
    ? { path: decodeURIComponent(address.pathname) }
    : { host: address.hostname, port: Number(address.port || 3310) }
}

function exchange(target: NetConnectOpts, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(target)
    let said = ''
    const away = (why: string) => {
      socket.destroy()
      reject(new ScannerAway(`clamd ${why}`))
    }
    socket.setTimeout(PATIENCE_MS, () => away('did not answer in time'))
    socket.setEncoding('utf8').on('data', (text: string) => (said += text))
    socket.on('error', (problem) => away(problem.message))
    socket.on('end', () => resolve(said))
    socket.on('connect', () => {
      socket.write('zINSTREAM\0')
      for (let at = 0; at < bytes.byteLength; at += CHUNK) {
        const chunk = bytes.subarray(at, at + CHUNK)
        socket.write(lengthOf(chunk.byteLength))
        socket.write(chunk)
      }
      socket.write(lengthOf(0))
    })
  })
}

function lengthOf(count: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(count)
  return length
}

function read(said: string): Scanned {
  const line = said.replace(/\0/g, '').trim()
  if (line === 'stream: OK') return { clean: true }
  const found = /^stream: (.+) FOUND$/.exec(line)?.[1]
  if (found) return { clean: false, found }
  throw new ScannerAway(`clamd said: ${line.slice(0, 200)}`)
}
