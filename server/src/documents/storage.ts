import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { instant, machineClock, secondsBetween, sha256 } from '../kernel/index.ts'

/** Content by its hash: written once, whole or not at all, never changed. */
export interface ContentStorage {
  /** Answers the hash once the bytes are on the disk; the same content is stored once. */
  put(bytes: Uint8Array): Promise<string>
  /** The bytes, their hash checked again; null when they are gone or no longer what they were. */
  get(hash: string): Promise<Buffer | null>
  /** The hashes of what was put longer ago than so many seconds, and not again since. */
  restingFor(seconds: number): Promise<string[]>
  /** Takes content away, unless it was put within so many seconds; whether it did. */
  drop(hash: string, seconds: number): Promise<boolean>
}

/** A directory that only the product reads: `ab/abcdef…`, and `incoming/` for what is being written. */
export async function openStorage(directory: string): Promise<ContentStorage> {
  const incoming = join(directory, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const get = async (hash: string) => readChecked(pathOf(directory, hash), hash)
  return {
    get,
    async put(bytes) {
      const hash = sha256(bytes)
      // A damaged copy fails its check and is written anew; so is one that was dropped meanwhile.
      const isThere = (await get(hash)) !== null && (await touched(pathOf(directory, hash)))
      if (!isThere) await writeWhole({ directory, incoming, hash }, bytes)
      return hash
    },
    restingFor: (seconds) => resting(directory, seconds),
    async drop(hash, seconds) {
      const [path, aside] = [pathOf(directory, hash), join(incoming, randomUUID())]
      if (!(await orMissing(rename(path, aside)))) return false
      // Whoever put it between the look and the rename touched it: it goes back.
      const isFresh = await isYounger(aside, seconds)
      await (isFresh ? rename(aside, path) : rm(aside))
      return !isFresh
    },
  }
}

const SHELF = /^[0-9a-f]{2}$/

async function resting(directory: string, seconds: number): Promise<string[]> {
  const found: string[] = []
  for (const shelf of (await readdir(directory)).filter((name) => SHELF.test(name))) {
    for (const hash of await readdir(join(directory, shelf))) {
      if (!(await isYounger(join(directory, shelf, hash), seconds))) found.push(hash)
    }
  }
  return found
}

/** What is gone meanwhile is nobody's to take any more. */
async function isYounger(path: string, seconds: number): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found === null || found.mtimeMs / 1000 > secondsNow() - seconds
}

/** False when it was taken away meanwhile. */
function touched(path: string): Promise<boolean> {
  const now = secondsNow()
  return orMissing(utimes(path, now, now))
}

const EPOCH = instant('1970-01-01T00:00:00Z')
const secondsNow = () => secondsBetween(EPOCH, machineClock.now())

async function orMissing(done: Promise<unknown>): Promise<boolean> {
  try {
    await done
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

function pathOf(directory: string, hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('content is named by its sha-256')
  return join(directory, hash.slice(0, 2), hash)
}

async function readChecked(path: string, hash: string): Promise<Buffer | null> {
  try {
    const bytes = await readFile(path)
    return sha256(bytes) === hash ? bytes : null
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

type Place = { readonly directory: string; readonly incoming: string; readonly hash: string }

async function writeWhole(place: Place, bytes: Uint8Array): Promise<void> {
  const temporary = join(place.incoming, randomUUID())
  const shelf = join(place.directory, place.hash.slice(0, 2))
  try {
    await writeSynced(temporary, bytes)
    await mkdir(shelf, { recursive: true, mode: 0o700 })
    await rename(temporary, join(shelf, place.hash))
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  // The names too must survive a power cut, and the shelf itself when it is new.
  await syncFolder(shelf)
  await syncFolder(place.directory)
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder; its file system orders the rename itself.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
