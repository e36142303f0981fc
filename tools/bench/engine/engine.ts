import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, run } from '../../run.ts'
import { bulk } from './bulk.ts'
import { besideC } from './c/vectors.ts'
import { inDatabases } from './databases/databases.ts'
import { growth } from './growth.ts'
import { careCosts } from './in-doubles.ts'
import { oneCase } from './one-case.ts'
import { parsing } from './parsing.ts'
import { duckOver } from './peers/duckdb.ts'
import { picture } from './picture.ts'
import { questions } from './repair/questions.ts'
import { repairs } from './repair/repairs.ts'
import { ENGINE_PICTURE, targets, writtenInto } from './report.ts'
import { ASKED, enterprises } from './w1/data.ts'
import { measure } from './w1/measure.ts'
import { whatIf } from './what-if.ts'

/**
 * `npm run bench:engine [-- rows] [-- file.json] [-- --write]`: the engine beside its peers, with its
 * targets; `--write` puts them into docs/benchmarks.md.
 */
export type EngineFigures = Awaited<ReturnType<typeof measured>>

const words = process.argv.slice(2)
const rows = Number(words.find((word) => /^\d+$/.test(word)) ?? 1_000_000)
const file = words.find((word) => word.endsWith('.json')) ?? (await ownFile())
const here = join(root, 'tools/bench/engine')

const install = [
  'npm',
  'install',
  '--prefix',
  here,
  '--no-package-lock',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
]
const { code } = await run(install, { quiet: true })
if (code !== 0) throw new Error('the peers could not be installed')

async function ownFile(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'banfa-bench-')), 'engine-figures.json')
}

async function measured() {
  const program = measure()
  const began = performance.now()
  const columns = enterprises(program, { rows, shared: true })
  console.log(`${rows} enterprises made in ${Math.round(performance.now() - began)} ms`)
  const before = loadavg()[0] ?? 0
  const one = await oneCase(program)
  const duck = await duckOver(program, columns, ASKED)
  const many = await bulk(program, columns, duck)
  const stored = await inDatabases({ program, columns, duck })
  duck.close()
  return {
    on: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(),
    machine: `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}`,
    load: [before, loadavg()[0] ?? 0].map((load) => Math.round(load * 10) / 10),
    rows,
    one,
    many,
    stored,
    care: careCosts(program, Math.min(rows, 500_000), 9),
    simulated: whatIf(rows),
    criteria: growth([100, 1_000, 3_000]),
    parsing: parsing(),
    vectors: besideC(program, 200_000, 7),
    asked: questions(program, 300),
    repaired: repairs(program, 400),
  }
}

const figures = await measured()
const drawn = picture(figures.many.figures, rows)
await writeFile(file, `${JSON.stringify(figures, null, 2)}\n`)
await writeFile(file.replace(/json$/, 'svg'), drawn)
console.log(`load before and after: ${figures.load.join(', ')}; figures in ${file}`)
for (const [what, target, got] of targets(figures))
  console.log(`${what.padEnd(40)} ${target.padEnd(30)} ${got}`)
for (const [name, { p50, p99 }] of Object.entries(figures.one.timings))
  console.log(`${name.padEnd(44)} ${p50} / ${p99} µs`)
for (const [name, { median, least }] of Object.entries(figures.many.figures))
  console.log(`${name.padEnd(44)} ${String(median).padStart(7)} ms (best ${least})`)
if (words.includes('--write')) {
  const page = join(root, 'docs/benchmarks.md')
  await writeFile(page, writtenInto(await readFile(page, 'utf8'), figures))
  await writeFile(join(root, 'docs', ENGINE_PICTURE), drawn)
}
