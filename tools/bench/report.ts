import type { Figures } from './bench.ts'

/** docs/benchmarks.md: the last figures, with where and when. */
export function reportOf(figures: Figures): string {
  const { machine, on, starts, checks, pages, browser } = figures
  return `# Benchmarks

Figures of one machine on one day, kept so that a change shows. \`npm run bench\` takes them anew, \`npm run bench -- --write\` writes this page. They compare and do not promise: server, database and load share the cores. No test depends on them.

${on}, ${machine}. Milliseconds.

## Starting

From \`banfa demo\` to the first answer, median of ${starts.times}.

| | ms |
| --- | ---: |
| empty data folder: cluster, migrations, demo | ${starts.firstStart} |
| next start | ${starts.nextStart} |

## One check with its whole explanation, in process

| service | p50 | p99 |
| --- | ---: | ---: |
${Object.entries(checks)
  .map(([service, { p50, p99 }]) => `| ${service} | ${p50} | ${p99} |`)
  .join('\n')}

## A city officer's pages over HTTP

Statements are counted by PostgreSQL, transaction frame and session look-up included.

| cases | queue p50 | queue p95 | queue statements | page p50 | page p95 | page statements |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${pages
  .map(
    ({ cases, queue, page, queueStatements, pageStatements }) =>
      `| ${cases} | ${queue.p50} | ${queue.p95} | ${queueStatements} | ${page.p50} | ${page.p95} | ${pageStatements} |`,
  )
  .join('\n')}

## The self-check in the browser

| service | module, bytes | load | evaluation p50 | p99 |
| --- | ---: | ---: | ---: | ---: |
${Object.entries(browser)
  .map(([service, { bytes, load, evaluation }]) => {
    return `| ${service} | ${bytes} | ${load} | ${evaluation.p50} | ${evaluation.p99} |`
  })
  .join('\n')}
`
}
