import { engineSection } from '../engine/report.ts'
import type { Carried } from './load.ts'
import type { benchOffice } from './office.ts'

type Figures = Awaited<ReturnType<typeof benchOffice>>
type Both = { readonly own: Carried; readonly bare: Carried }

const HEAD = '## An office under load'

/** The page with these figures in place of the last ones; sections after it stay. */
export function writtenInto(page: string, figures: Figures): string {
  const at = page.indexOf(`\n${HEAD}`)
  const section = `\n${sectionOf(figures)}`
  if (at < 0) return placed(page, section)
  const next = page.indexOf('\n## ', at + 1)
  return `${page.slice(0, at)}${section}${next < 0 ? '' : page.slice(next)}`
}

/** Before the engine's section, which is the last. */
function placed(page: string, section: string): string {
  const engine = engineSection(page)
  return `${page.slice(0, page.length - engine.length).trimEnd()}\n${section}${engine}`
}

/** The section as it stands in the page, and nothing when it is not there. */
export function officeSection(page: string): string {
  const at = page.indexOf(`\n${HEAD}`)
  if (at < 0) return ''
  const next = page.indexOf('\n## ', at + 1)
  return page.slice(at, next < 0 ? page.length : next)
}

function sectionOf(figures: Figures): string {
  const { on, seeded, decisions, filing, memory, exported } = figures
  return `${HEAD}

\`npm run bench:office\`: ${seeded.cases} cases, database: ${on}; product, database and load share the cores. The bare handler is Fastify with the same statements under the same row-level security, and neither sign-in nor log of readings.

| | product, a second | p95 ms | bare handler, a second | p95 ms | share |
| --- | ---: | ---: | ---: | ---: | ---: |
${line('list with filter, order and total', figures.list)}
${line('the same at 100 a second', figures.listSteady)}
${line('one case', figures.page)}
${line('the same at 100 a second', figures.pageSteady)}

Filing complete applications at 50 a second: ${filing.perSecond} a second, p50 ${filing.p50} ms, p95 ${filing.p95} ms, ${filing.refused} refused. ${decisions.times} decisions on one case at once: ${decisions.won} won, ${decisions.told} were told. Resident memory after load: ${memory.now} MB (at most ${memory.peak}). ${exported.rows} cases exported in ${exported.seconds} s (at most ${exported.peak} MB).
`
}

function line(what: string, { own, bare }: Both): string {
  const share = Math.round((own.perSecond / bare.perSecond) * 100) / 100
  return `| ${what} | ${own.perSecond} | ${own.p95} | ${bare.perSecond} | ${bare.p95} | ${share} |`
}
