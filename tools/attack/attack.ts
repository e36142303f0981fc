import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newHome, removeHome, startProduct } from '../../testing/product.ts'
import { run } from '../run.ts'

/**
 * `npm run attack`: sqlmap, wapiti and ffuf against a demo of its own on loopback, bounded in time and
 * requests. A tool that is not on the machine is named and left out (`apt-get install sqlmap wapiti
 * ffuf`). It fails when a tool finds more than information.
 */
type Finding = { readonly tool: string; readonly says: string }
type Trial = {
  readonly tool: string
  attack(address: string, folder: string): Promise<readonly Finding[]>
}

/** Parameters that reach a statement: the lists and searches open to a signed-in officer. */
const PARAMETERS = [
  '/api/cases?stage=filed&service=x&text=x',
  '/api/parties?text=x',
  '/api/certificates/x*',
  '/api/measures/x*',
  '/api/notices/planned?cases=00000000-0000-4000-8000-000000000000',
]

async function cookieOf(address: string): Promise<string> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'chen.lixin', password: 'banfa-demo' }),
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

const sqlmap: Trial = {
  tool: 'sqlmap',
  async attack(address, folder) {
    const cookie = await cookieOf(address)
    const found: Finding[] = []
    for (const path of PARAMETERS) {
      const { output } = await run(
        [
          ...[
            'sqlmap',
            '-u',
            `${address}${path}`,
            '--cookie',
            cookie,
            '--batch',
            '--flush-session',
          ],
          ...['--level', '2', '--risk', '1', '--technique', 'BEUT', '--dbms', 'PostgreSQL'],
          ...['--time-sec', '2', '--retries', '0', '--disable-coloring', '--output-dir', folder],
          // An escape that is malformed and a list that is empty are answers, not signs.
          ...['--ignore-code', '*', '--skip', 'cookie,user-agent,referer,host'],
        ],
        { quiet: true },
      )
      await writeFile(join(folder, `sqlmap-${PARAMETERS.indexOf(path)}.log`), output)
      if (/is vulnerable|identified the following injection/i.test(output)) {
        found.push({ tool: 'sqlmap', says: `injection at ${path}` })
      }
    }
    return found
  },
}

const wapiti: Trial = {
  tool: 'wapiti',
  async attack(address, folder) {
    const report = join(folder, 'wapiti.json')
    await run(
      [
        ...['wapiti', '-u', `${address}/`, '--scope', 'domain', '-f', 'json', '-o', report],
        ...['-m', 'sql,timesql,xss,permanentxss,file,exec,crlf,redirect,ssrf,xxe,backup,methods'],
        ...['--max-scan-time', '180', '--max-links-per-page', '50', '--flush-session', '-v', '0'],
        ...PARAMETERS.flatMap((path) => ['-s', `${address}${path.replaceAll('*', '')}`]),
      ],
      { quiet: true },
    )
    const { vulnerabilities } = JSON.parse(await readFile(report, 'utf8')) as {
      vulnerabilities: Record<string, readonly { info: string; level: number }[]>
    }
    return Object.entries(vulnerabilities).flatMap(([kind, of]) =>
      of
        .filter(({ level }) => level > 0)
        .map(({ info }) => ({ tool: 'wapiti', says: `${kind}: ${info}` })),
    )
  },
}

/** Names of files that nobody should be served, on any product. */
const WORDS = [
  '.env',
  '.git/config',
  'package.json',
  'server/package.json',
  '../package.json',
  '%2e%2e/package.json',
  'backup.zip',
  'dump.sql',
  'database/postgres-keys.json',
  'postgres-keys.json',
  'files',
  'anchors',
  'metrics',
  'debug',
  'admin',
  'swagger.json',
  'api/reads',
  'api/record',
  'node_modules/fastify/package.json',
]

const ffuf: Trial = {
  tool: 'ffuf',
  async attack(address, folder) {
    const [words, report] = [join(folder, 'words.txt'), join(folder, 'ffuf.json')]
    await writeFile(words, WORDS.join('\n'))
    const about = ['-mc', '200', '-of', 'json', '-o', report, '-t', '4', '-maxtime', '60', '-s']
    await run(['ffuf', '-u', `${address}/FUZZ`, '-w', words, ...about], { quiet: true })
    const { results } = JSON.parse(await readFile(report, 'utf8')) as {
      results: readonly { url: string; length: number }[]
    }
    const page = (await (await fetch(address)).text()).length
    // An unknown address opens the page of the product, which looks for itself what is there.
    const others = results.filter(({ length }) => Math.abs(length - page) > page / 2)
    return others.map(({ url }) => ({ tool: 'ffuf', says: `served ${url}` }))
  },
}

async function isThere(tool: string): Promise<boolean> {
  return (await run(['which', tool], { quiet: true })).code === 0
}

async function attackAll(address: string, folder: string): Promise<readonly Finding[]> {
  const found: Finding[] = []
  for (const { tool, attack } of [ffuf, sqlmap, wapiti]) {
    if (!(await isThere(tool))) {
      console.log(`- ${tool}: not on this machine, left out`)
      continue
    }
    const own = await attack(address, folder)
    console.log(`${own.length === 0 ? '✓' : '✗'} ${tool}: ${own.length} findings`)
    for (const { says } of own) console.log(`  ${says}`)
    found.push(...own)
  }
  return found
}

const home = await newHome()
const folder = join(home, 'attack')
await mkdir(folder)
const product = await startProduct(home)
const found = await attackAll(product.address, folder)
const alive = await fetch(`${product.address}/readyz`)
console.log(`${alive.ok ? '✓' : '✗'} the product still answers`)
await product.stop()
await rm(folder, { recursive: true, force: true })
await removeHome(home)
process.exit(found.length === 0 && alive.ok ? 0 : 1)
