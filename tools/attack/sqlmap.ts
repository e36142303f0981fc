import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../run.ts'
import type { Target } from './targets.ts'
import type { Finding, Ground, Trial } from './trial.ts'

/**
 * Injection into every value of an address and of a body that is free text: whatever else the contract
 * refuses before a statement is made. First all of them, and with every technique those that look as if
 * they reached a statement; then what is read by free text, with every technique whatever it looks like.
 */
export const sqlmap: Trial = {
  tool: 'sqlmap',
  async attack(ground) {
    const targets = ground.targets.filter(({ texts }) => texts > 0)
    const read = targets.filter(({ method }) => method === 'GET')
    const all = await pass(ground, targets, ['--smart', '--level', '1'])
    const again = await pass(ground, read, ['--level', '2'])
    const values = targets.reduce((sum, { texts }) => sum + texts, 0)
    return {
      tool: 'sqlmap',
      tried: `signed in: ${values} free values of ${targets.length} operations, GET and bodies, ${all.begun} begun; thoroughly ${again.begun} of ${read.length} that read; operations begun in all`,
      count: all.begun + again.begun,
      findings: [...all.findings, ...again.findings],
    }
  },
}

async function pass(ground: Ground, targets: readonly Target[], how: readonly string[]) {
  const folder = join(ground.folder, `sqlmap${how.length}`)
  await mkdir(folder)
  const log = join(folder, 'requests.log')
  await writeFile(log, targets.map((one) => asLogged(one, ground)).join(''))
  const { output } = await run(
    [
      ...['timeout', '-s', 'INT', String(ground.seconds)],
      ...['sqlmap', '-l', log, '--batch', '--flush-session', '--ignore-stdin', ...how],
      ...['--risk', '1', '--technique', 'BEUT', '--dbms', 'PostgreSQL'],
      ...['--time-sec', '2', '--retries', '0', '--disable-coloring'],
      ...['--output-dir', folder, '--ignore-code', '*'],
      ...['--skip', 'cookie,user-agent,referer,host'],
    ],
    { quiet: true },
  )
  const begun = new Set(output.match(/testing URL '[^']+'/g)).size
  return { begun, findings: [...(await listed(folder)), ...said(output)] }
}

/** As a proxy logs a request: sqlmap reads many of them from one file. */
function asLogged({ method, marked, body }: Target, { address, cookie }: Ground): string {
  const bar = '='.repeat(54)
  const { host, hostname } = new URL(address)
  const lines = [
    ...[bar, `10:00:00  ${address}  [${hostname}]`, bar],
    ...[`${method} ${marked} HTTP/1.1`, `Host: ${host}`, `Cookie: ${cookie}`],
    ...(body === null ? [] : ['Content-Type: application/json', `Content-Length: ${body.length}`]),
    ...['', body ?? '', bar, '', ''],
  ]
  return lines.join('\n')
}

/** With many targets the tool lists what it found in a table of its own. */
async function listed(folder: string): Promise<Finding[]> {
  const tables = (await readdir(folder)).filter((name) => /^results-.*\.csv$/.test(name))
  const rows = await Promise.all(tables.map((name) => readFile(join(folder, name), 'utf8')))
  return rows.flatMap((text) =>
    text
      .split('\n')
      .slice(1)
      .filter((line) => /,(GET|POST|PUT|URI|\(custom\))/.test(line) && /,[BEUTSQ]+,/.test(line))
      .map((says) => ({ severity: 'above' as const, says })),
  )
}

function said(output: string): Finding[] {
  const found = output.match(/^.*(is vulnerable|identified the following injection).*$/gim) ?? []
  return found.map((says) => ({ severity: 'above', says }))
}
