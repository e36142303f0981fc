import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../run.ts'
import { benchOffice } from './office.ts'
import { writtenInto } from './report.ts'

/**
 * `npm run bench:office [-- --cases=100000 --zones=20 --seconds=10 --exported=10000 --filings=250
 * --database=postgres://… --write]`: an office under load, as JSON to standard output or as its
 * section of docs/benchmarks.md. Smaller numbers are for trying it; the database elsewhere must be
 * empty and its user allowed to make roles.
 */
const word = (name: string) =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3)
const number = (name: string, usual: number) => Number(word(name) ?? usual)

const figures = await benchOffice({
  cases: number('cases', 100_000),
  zones: number('zones', 20),
  seconds: number('seconds', 10),
  exported: number('exported', 10_000),
  filings: number('filings', 250),
  database: word('database') ?? null,
})
console.log(JSON.stringify(figures, null, 2))
if (process.argv.includes('--write')) {
  const page = join(root, 'docs/benchmarks.md')
  await writeFile(page, writtenInto(await readFile(page, 'utf8'), figures))
}
