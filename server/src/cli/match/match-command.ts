import { extname } from 'node:path'
import type { Program } from '@banfa/policy/run'
import {
  calendarDays,
  type Kernel,
  loadCalendar,
  publishedCalendar,
  refusal,
} from '../../kernel/index.ts'
import { programsInForce } from '../../rulebook/index.ts'
import { type Out, print } from '../out.ts'
import { compiledPack } from '../pack/compiled.ts'
import { listPacks } from '../pack/pack-folder.ts'
import type { Machine } from '../settings.ts'
import { databaseSource } from './database-source.ts'
import { fileSource } from './file-source.ts'
import { type MatchAsked, type Run, runMatch } from './match-run.ts'
import { askedOf } from './matcher.ts'
import { progressOn } from './progress.ts'
import type { Reached } from './tally.ts'
import { FORMATS } from './write-answers.ts'

export type { MatchAsked }

/** banfa match: every enterprise against every service. */
export async function matchAll(machine: Machine, asked: MatchAsked, out: Out): Promise<void> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asked.on)) refusal('cli.malformed-day', { text: asked.on })
  const format = asked.out === null ? '.csv' : extname(asked.out).toLowerCase()
  if (!FORMATS.some((one) => one === format)) refusal('cli.match-format', { file: asked.out ?? '' })
  if (asked.facts !== null) {
    const programs = await packsOf(machine.settings.root)
    const source = await fileSource(asked.facts, programs)
    await tellRun({ asked, programs, source, calendar: calendarDays(publishedCalendar()) }, out)
    return
  }
  const office = await machine.openOffice({ demo: false })
  try {
    const { programs, calendar } = await inForce(office.kernel, asked.on)
    await tellRun(
      { asked, programs, source: databaseSource(office.kernel, programs), calendar },
      out,
    )
  } finally {
    await office.close()
  }
}

async function packsOf(root: string): Promise<readonly Program[]> {
  const programs: Program[] = []
  for (const name of await listPacks(root)) programs.push((await compiledPack(root, name)).program)
  return programs
}

function inForce(kernel: Kernel, on: string) {
  return kernel.reading({ kind: 'system', job: 'match' }, async (tx) => ({
    programs: await programsInForce(tx, on as typeof tx.today),
    calendar: calendarDays(await loadCalendar(tx)),
  }))
}

async function tellRun(run: Omit<Run, 'told'>, out: Out): Promise<void> {
  refuseUnknownServices(run)
  const progress = progressOn(process.stderr, run.source.size)
  const { from, reached } = await runMatch({ ...run, told: progress.tell })
  progress.end()
  tell(from, reached, out)
}

function refuseUnknownServices({ programs, asked: { services } }: Omit<Run, 'told'>): void {
  const unknown = (services ?? []).find((one) =>
    programs.every((program) => askedOf(program, [one]).length === 0),
  )
  if (unknown === undefined) return
  const has = programs.flatMap((program) => Object.keys(program.services))
  refusal('cli.service-not-found', { named: unknown, has })
}

/** A value that does not fit makes the exit code 1: the answers of its row are not there. */
function tell(from: Reached, reached: Reached, out: Out): void {
  const { firms, wrong, shown, answers, repaired } = reached
  const resumed = from.at.row
  const services = Object.entries(answers).map(([service, own]) => {
    const counts = Object.entries(own).map(([answer, count]) => `${answer} ${count}`)
    const share = shareOf(repaired[service] ?? 0, own['not-met'] ?? 0)
    return `${service}：${counts.join('，')}${share}`
  })
  const cells = shown.map(
    ({ row, column, value, says }) => `  第${row}行 ${column} “${value}”：${says}`,
  )
  print(out, {
    json: { firms, resumedAfterRow: resumed, answers, repaired, wrong, wrongCells: shown },
    lines: [
      `${firms}户 (enterprises)${resumed > 0 ? `，自第${resumed}行之后继续 (resumed)` : ''}`,
      ...services,
      ...(wrong > 0 ? [`${wrong}处不合格，所在行未作答 (values that do not fit):`, ...cells] : []),
    ],
  })
  if (wrong > 0) process.exitCode = 1
}

/** Of the refusals, how many were told a repair that was run again. */
function shareOf(repaired: number, refused: number): string {
  if (refused === 0) return ''
  return `；可补救 (repairable) ${Math.round((repaired * 1_000) / refused) / 10}%`
}
