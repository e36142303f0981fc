import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../run.ts'
import type { Finding, Trial } from './trial.ts'

const MODULES = 'sql,timesql,xss,permanentxss,file,exec,crlf,redirect,ssrf,xxe,backup,methods'

type Kinds = Readonly<Record<string, readonly { readonly info: string; readonly level: number }[]>>

/** Script, files, redirects and requests to elsewhere, signed in, from every address that can be read. */
export const wapiti: Trial = {
  tool: 'wapiti',
  async attack({ address, cookie, folder, targets, seconds }) {
    const report = join(folder, 'wapiti.json')
    const read = targets.filter(({ method }) => method === 'GET')
    await run(
      [
        ...['timeout', '-s', 'INT', String(seconds + 60)],
        ...['wapiti', '-u', `${address}/`, '--scope', 'domain', '-f', 'json', '-o', report],
        ...['-m', MODULES, '-H', `Cookie: ${cookie}`, '--max-scan-time', String(seconds)],
        ...['--max-attack-time', String(Math.ceil(seconds / 6)), '--max-links-per-page', '50'],
        ...['--flush-session', '--store-session', folder, '-v', '0'],
        ...read.flatMap(({ path }) => ['-s', `${address}${path}`]),
      ],
      { quiet: true },
    )
    const { vulnerabilities } = JSON.parse(await readFile(report, 'utf8')) as {
      vulnerabilities: Kinds
    }
    return {
      tool: 'wapiti',
      tried: `signed in, modules ${MODULES.replaceAll(',', ', ')}; addresses begun from`,
      count: read.length + 1,
      findings: Object.entries(vulnerabilities).flatMap(([kind, of]) => findingsOf(kind, of)),
    }
  },
}

function findingsOf(kind: string, of: Kinds[string] = []): Finding[] {
  return of.map(({ info, level }) => ({
    severity: level > 0 ? 'above' : 'informational',
    says: `${kind}: ${info}`,
  }))
}
