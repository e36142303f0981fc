/** One entry of package-lock.json, as far as completeness needs it. */
export type Locked = {
  readonly version?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly dependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
  readonly optional?: boolean
  readonly dev?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
}
export type Lock = { readonly packages: Readonly<Record<string, Locked>> }
export type Missing = {
  readonly from: string
  readonly name: string
  readonly range: string
  /** Only development asks for it. */
  readonly dev: boolean
}

/**
 * What the lock promises and does not hold. npm leaves out the packages of other platforms that
 * its registry could not show on the day; `npm ci` then refuses the lock on every platform.
 */
export function missingFrom(lock: Lock): readonly Missing[] {
  return Object.entries(lock.packages).flatMap(([from, locked]) =>
    Object.entries({ ...locked.dependencies, ...locked.optionalDependencies })
      .filter(([name]) => !holds(lock, from, name))
      .map(([name, range]) => ({ from, name, range, dev: locked.dev === true })),
  )
}

/** Entries with the address of a registry: it differs between machines and must not be committed. */
export function addressesIn(lock: Lock): readonly string[] {
  return Object.entries(lock.packages)
    .filter(([, locked]) => locked.resolved !== undefined && !locked.link)
    .map(([path]) => path)
}

/** Walks up the folders as Node does: a/node_modules/b is looked for in a, then at the root. */
function holds(lock: Lock, from: string, name: string): boolean {
  if (lock.packages[join(from, name)]) return true
  return from !== '' && holds(lock, parentOf(from), name)
}

const join = (folder: string, name: string): string =>
  folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`

function parentOf(path: string): string {
  const cut = path.lastIndexOf('/node_modules/')
  return cut < 0 ? '' : path.slice(0, cut)
}

const systems = ['darwin', 'linux', 'win32', 'windows', 'android', 'freebsd', 'openharmony']
const processors = ['x64', 'arm64', 'arm', 'ia32', 'riscv64', 'ppc64', 's390x']
const libraries: readonly (readonly [string, string])[] = [
  ['gnu', 'glibc'],
  ['gnueabihf', 'glibc'],
  ['musl', 'musl'],
  ['musleabihf', 'musl'],
]

/** The lock entry of a platform's package, read off its name; keys in the order npm writes them. */
export function entryFor(missing: Missing): Locked {
  const words = missing.name.split(/[-/]/)
  const os = systems.filter((name) => words.includes(name))
  const cpu = processors.filter((name) => words.includes(name))
  const libc = libraries.filter(([word]) => words.includes(word)).map(([, name]) => name)
  if (os.length === 0 || cpu.length === 0)
    throw new Error(`${missing.name} names no platform: install it, so that npm locks it`)
  return {
    version: missing.range,
    cpu,
    ...(missing.dev && { dev: true }),
    ...(os.includes('linux') && libc.length > 0 && { libc }),
    optional: true,
    os: os.map((name) => (name === 'windows' ? 'win32' : name)),
  }
}

/** The same lock with an entry for every missing platform package, in npm's order. */
export function completed(lock: Lock): Lock {
  const added = missingFrom(lock).map((one) => [`node_modules/${one.name}`, entryFor(one)] as const)
  const all = { ...lock.packages, ...Object.fromEntries(added) }
  const sorted = Object.keys(all).sort((a, b) => a.localeCompare(b, 'en'))
  return { ...lock, packages: Object.fromEntries(sorted.map((path) => [path, all[path] ?? {}])) }
}
