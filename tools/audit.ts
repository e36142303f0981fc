import { run } from './run.ts'

/**
 * Known holes in what the product depends on. It fails on a high or critical one in what is shipped;
 * without a registry that answers it says that it looked at nothing, and does not fail.
 */
const { output } = await run(['npm', 'audit', '--omit=dev', '--json'], { quiet: true })

type Report = {
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<string, number>> }
  readonly vulnerabilities?: Readonly<Record<string, { severity: string }>>
}

function reportIn(text: string): Report | null {
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as Report
  } catch {
    return null
  }
}

const report = reportIn(output)
const counts = report?.metadata?.vulnerabilities
if (!counts) {
  console.log('- dependencies: the registry answered no audit, nothing was looked at')
  process.exit(0)
}
const grave = Object.entries(report.vulnerabilities ?? {}).filter(([, { severity }]) =>
  ['high', 'critical'].includes(severity),
)
for (const [name, { severity }] of grave) console.log(`  ${name}: ${severity}`)
console.log(`${grave.length === 0 ? '✓' : '✗'} dependencies: ${JSON.stringify(counts)}`)
process.exit(grave.length === 0 ? 0 : 1)
