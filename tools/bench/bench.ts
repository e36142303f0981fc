import { readFile, writeFile } from 'node:fs/promises'
import { cpus, platform, totalmem } from 'node:os'
import { join } from 'node:path'
import { buildWeb } from '../build-web.ts'
import { root } from '../run.ts'
import { benchBrowser } from './browser.ts'
import { benchChecks } from './checks.ts'
import { engineSection } from './engine/report.ts'
import { officeSection } from './office/report.ts'
import { benchPages } from './pages.ts'
import { reportOf } from './report.ts'
import { benchStarts } from './starts.ts'

/** `npm run bench [-- file.json] [-- --write]`: JSON to the file or standard output. */
export type Figures = Awaited<ReturnType<typeof measure>>

async function measure() {
  return {
    on: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(),
    machine: machine(),
    starts: await benchStarts(3),
    checks: await benchChecks(2_000),
    pages: await benchPages([10, 1_000, 10_000], 200),
    browser: await benchBrowser(500),
  }
}

function machine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  return `${cpus().length} cores (${model}), ${gigabytes} GiB, ${platform()}, Node ${process.versions.node}`
}

const words = process.argv.slice(2)
const file = words.find((word) => !word.startsWith('--'))
if (!(await buildWeb())) process.exit(1)
const figures = await measure()
const text = JSON.stringify(figures, null, 2)
if (file) await writeFile(file, `${text}\n`)
else console.log(text)
if (words.includes('--write')) {
  const page = join(root, 'docs/benchmarks.md')
  const now = await readFile(page, 'utf8')
  await writeFile(page, `${reportOf(figures)}${officeSection(now)}${engineSection(now)}`)
}
