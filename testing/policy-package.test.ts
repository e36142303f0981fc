import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Packed, packPolicy } from '../tools/pack-policy.ts'
import { findBrowser } from './browser.ts'

const exec = promisify(execFile)
let folder = ''
let packed: Packed

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banfa-policy-'))
  packed = await packPolicy(folder)
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await exec('npm', ['install', packed.file, '--no-audit', '--no-fund', '--offline'], {
    cwd: folder,
  })
}, 300_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the README’s example runs in an empty folder and prints what the README says', async () => {
  const readme = await readFile(join(folder, 'node_modules/@banfa/policy/README.md'), 'utf8')
  const [, example = ''] = /```js\n([\s\S]*?)```/.exec(readme) ?? []
  await writeFile(join(folder, 'example.js'), example)
  const { stdout } = await exec(process.execPath, ['example.js'], { cwd: folder })
  expect(stdout).toContain('met 30000')
  expect(stdout).toContain('(Art. 1)')
})

test('its types are there for whoever writes TypeScript', async () => {
  const source = `import { evaluate, type Outcome, type Program } from '@banfa/policy/run'
export const ask = (program: Program): Outcome => evaluate(program, { service: 's', facts: {}, on: '2025-01-01' })
// @ts-expect-error a day is wanted
evaluate({} as Program, { service: 's', facts: {} })
`
  await writeFile(join(folder, 'typed.ts'), source)
  const tsc = join(import.meta.dirname, '../node_modules/typescript/bin/tsc')
  const compilerOptions = { noEmit: true, strict: true, module: 'nodenext', types: [] }
  const config = JSON.stringify({ compilerOptions, files: ['typed.ts'] })
  await writeFile(join(folder, 'tsconfig.json'), config)
  await exec(process.execPath, [tsc, '--project', folder], { cwd: folder })
}, 60_000)

test('the runner weighs at most 30 KB compressed and imports nothing', async () => {
  const code = await readFile(join(folder, 'node_modules/@banfa/policy/run.js'), 'utf8')
  expect(packed.runner.gzip).toBeLessThanOrEqual(30_000)
  expect(code).not.toMatch(/\bfrom\s*["'](?!\.\/)/)
  expect(code).not.toContain('node:')
})

test('a page runs it as it is, under a policy that forbids building code', async () => {
  const program = await compiledProgram()
  const page = `<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>`
  const script = `import { evaluate } from '/policy/run.js'
document.title = evaluate(${program}, { service: 'grant-for-small-firms', facts: { staff: 51 }, on: '2025-06-01' }).answer`
  const site = createServer(async (request, response) => {
    const path = request.url ?? '/'
    response.setHeader('content-security-policy', "default-src 'none'; script-src 'self'")
    if (path === '/') return response.setHeader('content-type', 'text/html').end(page)
    response.setHeader('content-type', 'text/javascript')
    if (path === '/page.js') return response.end(script)
    const file = join(folder, 'node_modules/@banfa', path)
    return response.end(await readFile(file).catch(() => ''))
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  const { executablePath, args } = await findBrowser()
  const browser = await chromium.launch({ executablePath, args: [...args] })
  try {
    const tab = await browser.newPage()
    const address = site.address()
    await tab.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`)
    await tab.waitForFunction(() => document.title !== '')
    expect(await tab.title()).toBe('not-met')
  } finally {
    await browser.close()
    site.close()
  }
}, 60_000)

/** The README's program as JSON, as a server would send it. */
async function compiledProgram(): Promise<string> {
  const example = await readFile(join(folder, 'example.js'), 'utf8')
  const until = example.slice(0, example.indexOf('for (const'))
  await writeFile(join(folder, 'program.js'), `${until}\nconsole.log(JSON.stringify(program))`)
  const { stdout } = await exec(process.execPath, ['program.js'], { cwd: folder })
  return stdout.trim()
}
