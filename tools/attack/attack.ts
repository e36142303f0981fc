import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { newHome, removeHome, startProduct } from '../../testing/product.ts'
import { run } from '../run.ts'
import { ffuf } from './ffuf.ts'
import { writeReport } from './report.ts'
import { sqlmap } from './sqlmap.ts'
import { targets } from './targets.ts'
import { timing } from './timing.ts'
import type { Ground, Outcome, Trial } from './trial.ts'
import { wapiti } from './wapiti.ts'

/**
 * `npm run attack [-- --strict] [--write] [--seconds 300]`: sqlmap, wapiti and ffuf against a demo of
 * its own on loopback, aimed by openapi.json, each bounded in time. It fails when one finds more than
 * information; with `--strict` also when one is not on the machine (`apt-get install sqlmap wapiti
 * ffuf`). `--write` puts the table of results into docs/security.md.
 */
const { values: wish } = parseArgs({
  options: {
    strict: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '300' },
  },
})

async function signIn(address: string, login: string): Promise<string> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: 'banfa-demo' }),
  })
  if (!answer.ok) throw new Error(`${login} cannot sign in: ${answer.status}`)
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

const MOST_SHOWN = 20

type Rows = { readonly rows: readonly { readonly id: string }[] }

async function casesSeenBy(address: string, cookie: string): Promise<readonly string[]> {
  const answer = await fetch(`${address}/api/cases`, { headers: { cookie } })
  return ((await answer.json()) as Rows).rows.map(({ id }) => id)
}

async function isThere(tool: string): Promise<boolean> {
  return (await run(['which', tool], { quiet: true })).code === 0
}

async function groundOf(address: string, folder: string) {
  const cookie = await signIn(address, 'ma.xiaodong')
  const district = await signIn(address, 'gulnar.aishan')
  const ids = await casesSeenBy(address, cookie)
  const own = await casesSeenBy(address, district)
  const foreign = ids.find((id) => !own.includes(id))
  const about = { targets: await targets(ids), seconds: Number(wish.seconds) }
  const ground: Ground = { address, cookie, folder, ...about }
  return { ground, timed: foreign ? [timing(foreign, district)] : [] }
}

async function tryAll(ground: Ground, trials: readonly Trial[]) {
  const outcomes: Outcome[] = []
  for (const { tool, attack } of trials) {
    const outcome = await attack(ground)
    const grave = outcome.findings.filter(({ severity }) => severity === 'above')
    console.log(`${grave.length === 0 ? '✓' : '✗'} ${tool}: ${outcome.tried}: ${outcome.count}`)
    for (const { severity, says } of outcome.findings.slice(0, MOST_SHOWN))
      console.log(`  ${severity}: ${says}`)
    outcomes.push(outcome)
  }
  return outcomes
}

const missing: string[] = []
const found: Trial[] = []
for (const one of [ffuf, wapiti, sqlmap]) {
  if (await isThere(one.tool)) found.push(one)
  else missing.push(one.tool)
}
for (const tool of missing) console.log(`- ${tool}: not on this machine, left out`)
const home = await newHome()
const folder = join(home, 'attack')
await mkdir(folder)
const product = await startProduct(home)
const { ground, timed } = await groundOf(product.address, folder)
const outcomes = await tryAll(ground, [...timed, ...found])
const alive = await fetch(`${product.address}/readyz`)
console.log(`${alive.ok ? '✓' : '✗'} the product still answers`)
await product.stop()
await rm(folder, { recursive: true, force: true })
await removeHome(home)
if (wish.write) await writeReport(outcomes)
const grave = outcomes.flatMap(({ findings }) => findings.filter((one) => one.severity === 'above'))
process.exit(grave.length === 0 && alive.ok && !(wish.strict && missing.length > 0) ? 0 : 1)
