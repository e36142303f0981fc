import { writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { root, run } from '../../run.ts'
import { bulk } from './bulk.ts'
import { growth } from './growth.ts'
import { oneCase } from './one-case.ts'
import { picture } from './picture.ts'
import { enterprises } from './w1/data.ts'
import { measure } from './w1/measure.ts'

/** `npm run bench:engine [-- rows] [-- file.json]`: the engine beside its peers, with its targets. */
const words = process.argv.slice(2)
const rows = Number(words.find((word) => /^\d+$/.test(word)) ?? 1_000_000)
const file = words.find((word) => word.endsWith('.json')) ?? 'engine-figures.json'
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

const program = measure()
const began = performance.now()
const columns = enterprises(program, { rows, shared: true })
console.log(`${rows} enterprises made in ${Math.round(performance.now() - began)} ms`)
const one = await oneCase(program)
const many = await bulk(program, columns, 7)
const criteria = growth([100, 1_000, 3_000])
const figures = {
  machine: `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}`,
  load: loadavg().map((load) => Math.round(load * 10) / 10),
  rows,
  one,
  many,
  criteria,
}
await writeFile(file, `${JSON.stringify(figures, null, 2)}\n`)
await writeFile(file.replace(/json$/, 'svg'), picture(many.figures, rows))

const rate = (name: string) => {
  const { median = Number.NaN, least = Number.NaN } = many.figures[name] ?? {}
  const millions = (ms: number) => (rows / ms / 1_000).toFixed(2)
  return `${millions(median)} M ent/s (best ${millions(least)})`
}
const timing = ({ p50, p99 }: { p50: number; p99: number }) => `${p50} / ${p99} µs`
const least = (name: string) => many.figures[name]?.least ?? Number.NaN
const lines: readonly (readonly [string, string, string])[] = [
  ['one case, row code, p50 / p99', '≤ 5 / ≤ 50 µs', timing(one.rowCode)],
  ['one case, closures', '≤ 20 µs', timing(one.closures)],
  [
    'one case, json-logic-engine',
    '67–124 µs',
    `${timing(one.jsonLogic)}, ${one.jsonLogicDiffers} differ`,
  ],
  ['full explanation of one service', '≤ 20 µs', timing(one.explainOne)],
  ['full explanation of all 12', '≤ 300 µs', timing(one.explainAll)],
  ['bulk, one core', '≥ 2.5 M ent/s', rate('columns, 1 thread, answers and money')],
  [
    'bulk, one core, beside DuckDB',
    '≥ 5 ×',
    `${(least('DuckDB, 1 thread, verdicts into a table') / least('columns, 1 thread, answers and money')).toFixed(1)} ×`,
  ],
  ['bulk, two cores, aggregate', '≥ 4 M ent/s', rate('columns, 2 threads, counts and cost')],
  [
    'two cores beside one',
    '≥ 1.6 ×',
    `${(least('columns, 1 thread, counts and cost') / least('columns, 2 threads, counts and cost')).toFixed(2)} ×`,
  ],
  [
    'what-if, two cores',
    '≤ 400 ms at 1 M',
    `${many.figures['what-if, 2 threads, a new threshold']?.median} ms`,
  ],
  [
    '3,000 criteria beside 100',
    '≥ 80 %',
    `${Math.round(((criteria[3_000] ?? 0) / (criteria[100] ?? 1)) * 100)} % (${JSON.stringify(criteria)} M/s)`,
  ],
  [
    'memory a row',
    '≤ 1.3 × columns plus output',
    `${many.bytesARow.columns} + ${many.bytesARow.output} bytes`,
  ],
  ['verdicts beside DuckDB', '0', many.agrees],
]
for (const [what, target, measured] of lines)
  console.log(`${what.padEnd(36)} ${target.padEnd(30)} ${measured}`)
for (const [name, { median, least: best }] of Object.entries(many.figures)) {
  console.log(`${name.padEnd(44)} ${String(median).padStart(7)} ms (best ${best})`)
}
