import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { root, run } from './run.ts'

/** What a packed engine weighs: bytes of the runner as served, plain and compressed. */
export type Weight = { readonly plain: number; readonly gzip: number; readonly brotli: number }
export type Packed = { readonly file: string; readonly runner: Weight }

/** Each is one file without imports; `index` is the package itself. */
const DOORS = ['index', 'run', 'rank', 'repair', 'one-case', 'bulk', 'sql', 'dmn', 'bpmn'] as const
const folder = join(root, 'policy')
const dist = join(folder, 'dist')

/**
 * `npm run pack:policy`: the engine as a package of its own. Two doors without imports, `run.js` for
 * browsers and any runtime, `index.js` for authors; types beside them; no dependency left.
 * @returns the archive's path and the runner's weight
 * @throws when a build or npm fails
 */
export async function packPolicy(to: string): Promise<Packed> {
  await rm(dist, { recursive: true, force: true })
  for (const door of DOORS) await bundle(door)
  await declarations()
  await writeManifest()
  for (const file of ['README.md', '../LICENSE', '../docs/language.md'])
    await cp(join(folder, file), join(dist, nameOf(file)))
  await mkdir(to, { recursive: true })
  const { code, output } = await run(['npm', 'pack', dist, '--pack-destination', to, '--silent'], {
    quiet: true,
  })
  if (code !== 0) throw new Error(`npm pack: ${output}`)
  const [file] = (await readdir(to)).filter((one) => one.endsWith('.tgz')).sort()
  return { file: join(to, file ?? ''), runner: weightOf(await readFile(join(dist, 'run.js'))) }
}

const nameOf = (file: string) => file.split('/').at(-1) ?? file

/** Each door by itself: nothing shared, so that one file is all a page needs. */
async function bundle(door: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'silent',
    root: folder,
    build: {
      outDir: dist,
      emptyOutDir: false,
      target: 'es2023',
      minify: true,
      lib: {
        entry: { [door]: join(folder, `src/${door}.ts`) },
        formats: ['es'],
      },
    },
  })
}

/** Types as the sources declare them. */
async function declarations(): Promise<void> {
  const { code, output } = await run(
    [
      ...['tsc', '--project', join(folder, 'tsconfig.package.json'), '--noEmit', 'false'],
      ...['--emitDeclarationOnly', '--declaration', '--rewriteRelativeImportExtensions'],
      ...['--outDir', join(dist, 'types')],
    ],
    { quiet: true },
  )
  if (code !== 0) throw new Error(output)
}

async function writeManifest(): Promise<void> {
  const { name, version, license } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  )
  const door = (file: string) => ({ types: `./types/${file}.d.ts`, default: `./${file}.js` })
  const manifest = {
    name,
    version,
    license,
    description: 'Published measures 办法 as data: check, compile, evaluate and explain them.',
    type: 'module',
    engines: { node: '>=20' },
    sideEffects: false,
    exports: Object.fromEntries(
      DOORS.map((one) => [one === 'index' ? '.' : `./${one}`, door(one)]),
    ),
  }
  await writeFile(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

function weightOf(code: Buffer): Weight {
  return {
    plain: code.length,
    gzip: gzipSync(code).length,
    brotli: brotliCompressSync(code).length,
  }
}

if (import.meta.main) {
  const { file, runner } = await packPolicy(join(root, 'policy/dist-archive'))
  console.log(
    `${file}\nrun.js: ${runner.plain} B, gzip ${runner.gzip} B, brotli ${runner.brotli} B`,
  )
}
