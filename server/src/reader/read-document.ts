import { readFile, stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { type RefusalParams, refusal } from '../kernel/index.ts'
import type { Reading } from './reading.ts'

export type Told =
  | { readonly reading: Reading }
  | { readonly refused: string; readonly params: RefusalParams }
  | { readonly fault: string }

const LARGEST = 20 * 1024 * 1024
const PATIENCE_MS = 30_000
const MEMORY_MB = 1024

/**
 * Reads a document of the disk in a thread of its own: whatever somebody put into the file, the
 * answer comes in bounded time and memory.
 */
export async function readDocument(file: string): Promise<Reading> {
  const { size } = await stat(file).catch((problem: Error) => unreadable(file, problem))
  if (size > LARGEST) refusal('reader.too-large', { limit: LARGEST / 1024 / 1024 })
  const bytes = await readFile(file).catch((problem: Error) => unreadable(file, problem))
  return readContent(file.replace(/^.*[/\\]/u, ''), bytes)
}

/** The same for a document that was handed in. */
export async function readContent(file: string, bytes: Uint8Array): Promise<Reading> {
  if (bytes.byteLength > LARGEST) refusal('reader.too-large', { limit: LARGEST / 1024 / 1024 })
  const told = await inThread({ file, bytes })
  if ('reading' in told) return told.reading
  if ('refused' in told) return refusal(told.refused, told.params)
  throw new Error(told.fault)
}

function unreadable(file: string, problem: Error): never {
  return refusal('reader.not-readable', { file, why: problem.message })
}

function inThread(bytes: { readonly file: string; readonly bytes: Uint8Array }): Promise<Told> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  const late = { refused: 'reader.too-slow', params: { limit: PATIENCE_MS / 1000 } }
  return new Promise<Told>((done, failed) => {
    const timer = setTimeout(() => done(late), PATIENCE_MS)
    worker.on('message', done)
    worker.on('error', (problem: NodeJS.ErrnoException) =>
      problem.code === 'ERR_WORKER_OUT_OF_MEMORY' ? done(late) : failed(problem),
    )
    worker.on('exit', () => clearTimeout(timer))
  }).finally(() => worker.terminate())
}
