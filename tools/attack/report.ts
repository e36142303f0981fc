import { readFile, writeFile } from 'node:fs/promises'
import type { Outcome } from './trial.ts'

const page = new URL('../../docs/security.md', import.meta.url)
const [BEGIN, END] = ['<!-- attack: begin -->', '<!-- attack: end -->']

/** Writes what the trial did and found into docs/security.md, between its two marks. */
export async function writeReport(outcomes: readonly Outcome[]): Promise<void> {
  const text = await readFile(page, 'utf8')
  const [before, rest] = text.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined) throw new Error('docs/security.md has no marks')
  await writeFile(page, `${before}${BEGIN}\n${tableOf(outcomes)}\n${END}${after}`)
}

function tableOf(outcomes: readonly Outcome[]): string {
  const lines = outcomes.map(({ tool, tried, count, findings }) => {
    const of = (severity: string) => findings.filter((one) => one.severity === severity).length
    return `| ${tool} | ${tried} | ${count} | ${of('above')} | ${of('informational')} |`
  })
  return [
    '| tool | what was tried | how many | above informational | informational |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n')
}
