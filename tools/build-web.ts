import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root, run } from './run.ts'

/** All that decides what the browser gets. */
const sources = ['web', 'policy/src', 'vocabulary', 'server/openapi.json', 'package-lock.json']
const leftOut = ['node_modules', 'dist', 'generated']
const stamp = join(root, 'node_modules/.cache/banfa/web')

/**
 * Builds web/dist when a source changed since the last build.
 * @returns whether web/dist is there and current.
 */
export async function buildWeb(): Promise<boolean> {
  const state = await stateOf(sources)
  const built = await readFile(stamp, 'utf8').catch(() => null)
  if (built === state && existsSync(join(root, 'web/dist/index.html'))) return true
  console.log('Banfa: building the pages …')
  const { code, output } = await run(['npm', 'run', '--silent', 'build', '-w', 'web'], {
    quiet: true,
  })
  if (code !== 0) {
    console.error(output)
    return false
  }
  await mkdir(join(stamp, '..'), { recursive: true })
  await writeFile(stamp, state)
  return true
}

/** By content and not by time: a fresh clone has all files of one minute. */
async function stateOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths)
    for (const file of await filesIn(join(root, path)))
      hash.update(file).update(await readFile(file))
  return hash.digest('hex')
}

async function filesIn(path: string): Promise<readonly string[]> {
  if (!existsSync(path)) return []
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null)
  if (entries === null) return [path]
  const kept = entries.filter(({ name }) => !leftOut.includes(name) && !name.endsWith('.log'))
  const found = await Promise.all(
    kept.map((entry) =>
      entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)],
    ),
  )
  return found.flat().sort()
}

if (import.meta.main) process.exit((await buildWeb()) ? 0 : 1)
