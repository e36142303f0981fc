import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, link, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { sha256 } from '../canonical.ts'
import { isTraversable, type Owner } from './owner.ts'

/** Where the embedded server keeps what, all under the directory it was given. */
export type DataFolder = {
  readonly directory: string
  /** The parent of the cluster, owned by whoever runs the server. */
  readonly home: string
  /** The cluster itself; made by the first start. */
  readonly cluster: string
  readonly log: string
  readonly keys: Keys
}

/** Passwords of the superuser and of the product's login; generated, kept readable by the starter only. */
export type Keys = { readonly admin: string; readonly app: string }

export async function openDataFolder(given: string, owner: Owner | null): Promise<DataFolder> {
  const directory = resolve(given)
  await mkdir(directory, { recursive: true })
  // Others may pass through to the cluster, not look around.
  if (owner) await chmod(directory, 0o711)
  const home = await openHome(directory, owner)
  return {
    directory,
    home,
    cluster: join(home, 'cluster'),
    log: join(directory, 'postgres.log'),
    keys: await openKeys(directory),
  }
}

/** Beside the rest, unless the server's user cannot get there (root's home is closed to others). */
async function openHome(directory: string, owner: Owner | null): Promise<string> {
  const beside = join(directory, 'postgres')
  if (owner === null || isTraversable(directory, owner)) {
    await mkdir(beside, { recursive: true, mode: 0o700 })
    if (owner) await chown(beside, owner.uid, owner.gid)
    return beside
  }
  const elsewhere = `/var/lib/banfa/${sha256(directory).slice(0, 12)}`
  await mkdir('/var/lib/banfa', { recursive: true, mode: 0o755 })
  await mkdir(elsewhere, { recursive: true, mode: 0o700 })
  await chown(elsewhere, owner.uid, owner.gid)
  // So that whoever looks for the data finds it.
  if (!existsSync(beside)) await symlink(elsewhere, beside)
  return elsewhere
}

async function openKeys(directory: string): Promise<Keys> {
  const file = join(directory, 'postgres-keys.json')
  if (!existsSync(file)) await makeKeys(file)
  return JSON.parse(await readFile(file, 'utf8')) as Keys
}

/**
 * Of two starts at once both make keys, and the first to put them in place has made the keys of
 * both: a server made with other keys than the file's would answer nobody. They appear whole.
 */
async function makeKeys(file: string): Promise<void> {
  const keys = { admin: randomBytes(24).toString('hex'), app: randomBytes(24).toString('hex') }
  const aside = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(aside, JSON.stringify(keys), { mode: 0o600 })
  try {
    await link(aside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(aside, { force: true })
  }
}
