import { createServer } from 'node:net'
import { afterAll } from 'vitest'

/** EICAR's test text, which every scanner reports; in two halves, so that none reports this file. */
export const EICAR = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR',
  '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
].join('')

export type Daemon = {
  readonly address: string
  says(line: string | null): void
  /** Holds its answers back until the promise is kept. */
  waitsFor(done: Promise<unknown>): void
  close(): void
}

/**
 * A server that speaks clamd's INSTREAM over TCP, chunks and all, and knows one signature. `says`
 * makes it answer a line of one's own, or with null its honest answer again.
 */
export async function openClamd(): Promise<Daemon> {
  let forced: string | null = null
  let held: Promise<unknown> = Promise.resolve()
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let got = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (chunk: Buffer) => {
      got = Buffer.concat([got, chunk])
      const content = contentIn(got)
      if (content === null) return
      const honest = content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'
      void held.then(() => socket.end(`${forced ?? honest}\0`))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const place = server.address()
  const port = typeof place === 'object' && place ? place.port : 0
  const close = () => void server.close()
  afterAll(close)
  return {
    address: `tcp://127.0.0.1:${port}`,
    says: (line) => {
      forced = line
    },
    waitsFor: (done) => {
      held = done
    },
    close,
  }
}

const COMMAND = 'zINSTREAM\0'

/** The content, once the empty chunk at its end has come; null before. */
function contentIn(got: Buffer): Buffer | null {
  if (got.length < COMMAND.length) return null
  if (got.toString('latin1', 0, COMMAND.length) !== COMMAND) throw new Error('no INSTREAM')
  const chunks: Buffer[] = []
  for (let at = COMMAND.length; at + 4 <= got.length; ) {
    const length = got.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(got.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
