import { databaseTargets, storedLines } from './databases/lines.ts'
import type { EngineFigures } from './engine.ts'
import { adviceTargets } from './repair/lines.ts'

/** The engine's section of docs/benchmarks.md; `npm run bench -- --write` leaves it alone. */
export const ENGINE_PICTURE = 'pictures/engine-bulk.svg'
const HEAD = '## The engine beside its peers'

/** The section of a page, with the empty line before it; nothing where it has none. */
export function engineSection(page: string): string {
  const at = page.indexOf(`\n${HEAD}`)
  return at < 0 ? '' : page.slice(at)
}

/** The page with these figures in place of the last ones: the section stands at its end. */
export function writtenInto(page: string, figures: EngineFigures): string {
  const at = page.indexOf(`\n${HEAD}`)
  return `${at < 0 ? page : page.slice(0, at)}\n${sectionOf(figures)}`
}

type Line = readonly [what: string, target: string, got: string]

/** Target by target, what was measured. */
export function targets(figures: EngineFigures): readonly Line[] {
  const { rows, one, many, criteria, parsing } = figures
  const bulk = (name: string) => many.figures[name] ?? { median: Number.NaN, least: Number.NaN }
  const timing = (name: string) => {
    const { p50 = Number.NaN, p99 = Number.NaN } = one.timings[name] ?? {}
    return `${p50} / ${p99} µs`
  }
  const rate = (name: string) => {
    const millions = (ms: number) => (rows / ms / 1_000).toFixed(2)
    return `${millions(bulk(name).median)} M/s (best ${millions(bulk(name).least)})`
  }
  const times = (slow: string, fast: string) =>
    `${(bulk(slow).median / bulk(fast).median).toFixed(1)} ×`
  const [own, counts] = [
    'columns, 1 thread, answers and money',
    'columns, 1 thread, counts and cost',
  ]
  const zen = one.timings['@gorules/zen-engine']?.p50 ?? Number.NaN
  return [
    ['one case, row code, p50 / p99', '≤ 5 / ≤ 50 µs', timing('row code')],
    ['one case, closures', '≤ 20 µs', timing('closures')],
    ['full explanation of one service', '≤ 20 µs', timing('full explanation of one service')],
    ['full explanation of all 12', '≤ 300 µs', timing('full explanation of all 12')],
    ['bulk, one core, answers and money', '≥ 2.5 M/s', rate(own)],
    ['the same beside DuckDB', '≥ 5 ×', times('DuckDB, 1 thread, verdicts into a table', own)],
    [
      'the same beside ZEN, case by case',
      '≥ 1,000 ×',
      `${Math.round((zen * rows) / 1_000 / bulk(own).median)} ×`,
    ],
    ['bulk, two cores, counts and cost', '≥ 4 M/s', rate('columns, 2 threads, counts and cost')],
    ['two cores beside one', '≥ 1.6 ×', times(counts, 'columns, 2 threads, counts and cost')],
    ...whatIf(figures),
    [
      '3,000 criteria beside 100',
      '≥ 80 %',
      `${Math.round(((criteria[3_000] ?? 0) / (criteria[100] ?? 1)) * 100)} %`,
    ],
    [
      'memory a row, columns + output',
      '≤ 1.3 × both',
      `${many.bytesARow.columns} + ${many.bytesARow.output} bytes`,
    ],
    ['parse and type-check a criterion', '≤ 10 µs', `${parsing.us} µs (${parsing.criteria})`],
    ['10,000 of them', '≤ 150 ms', `${parsing.manyMs} ms`],
    ['vectorised C of the same rules', '≥ 40 % of it', besideVectors(figures)],
    ...databaseTargets(figures),
    ...adviceTargets(figures.asked, figures.repaired),
  ]
}

function whatIf({ many, simulated }: EngineFigures): readonly Line[] {
  const { median = Number.NaN } = many.figures['what-if, 2 threads, a new threshold'] ?? {}
  return [
    ['what-if, two cores', '≤ 400 ms at 1 M', `${median} ms`],
    [
      'simulation whole, names and groups, one core',
      'printed beside',
      `${simulated.median} ms at ${simulated.firms}`,
    ],
  ]
}

function besideVectors({ vectors }: EngineFigures): string {
  if (!vectors) return 'left out: no gcc here'
  return `${Math.round(vectors.share * 100)} % (${vectors.differ} differ)`
}

function sectionOf(figures: EngineFigures): string {
  const { on, machine, load, rows, one, many } = figures
  const table = (lines: readonly (readonly unknown[])[]) =>
    lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
  return `${HEAD}

\`npm run bench:engine -- --write\` writes this section. ${on}, ${machine}; load ${load.join(' before, ')} after. The bench's measure has 12 services, 76 criteria, 42 facts and up to 3 yearly records; 6 % of facts are missing and thresholds are planted. Peers run in the same process by turns, their verdicts compared first. What other engines cannot express (days, yearly records) is worked out for them outside the clock.

| what | target | measured |
| --- | ---: | ---: |
${table(targets(figures))}

One case, all 12 services, microseconds; verdicts that differ from the interpreter's:

| engine | p50 | p99 | differ |
| --- | ---: | ---: | ---: |
${table(Object.entries(one.timings).map(([name, { p50, p99 }]) => [name, p50, p99, one.differ[name] ?? '']))}

${rows} enterprises, milliseconds (${many.agrees}):

| run | median | best |
| --- | ---: | ---: |
${table([...Object.entries(many.figures), ...storedLines(figures)].map(([name, { median, least }]) => [name, median, least]))}

![Millions of enterprises a second](${ENGINE_PICTURE})
`
}
