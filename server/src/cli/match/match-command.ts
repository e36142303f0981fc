import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { type Program, type Supplied, WrongFacts } from '@banfa/policy/run'
import { type Kernel, refusal } from '../../kernel/index.ts'
import { programsInForce } from '../../rulebook/index.ts'
import { type Out, print } from '../out.ts'
import { compiledPack } from '../pack/compiled.ts'
import { listPacks } from '../pack/pack-folder.ts'
import type { Machine } from '../settings.ts'
import type { Firm, WrongCell } from './firm.ts'
import { firmsIn } from './firms-in.ts'
import { type Matcher, matcher } from './matcher.ts'
import { progressOn } from './progress.ts'
import { readDatabase } from './read-database.ts'
import { startTally, type Tally } from './tally.ts'
import { type Line, openWorkingFile, type RunKey } from './working-file.ts'
import { FORMATS, writeAnswers } from './write-answers.ts'

export type MatchAsked = {
  /** The file of facts; null for the database. */
  readonly facts: string | null
  readonly on: string
  readonly services: readonly string[] | null
  /** Where the answers go; null for the summary alone. */
  readonly out: string | null
}

/** banfa match: every enterprise against every service. */
export async function matchAll(machine: Machine, asked: MatchAsked, out: Out): Promise<void> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asked.on)) refusal('cli.malformed-day', { text: asked.on })
  const format = asked.out === null ? '.csv' : extname(asked.out).toLowerCase()
  if (!FORMATS.some((one) => one === format)) refusal('cli.match-format', { file: asked.out ?? '' })
  if (asked.facts !== null) {
    const programs = await packsOf(machine.settings.root)
    await run({ asked, programs, firms: firmsIn(asked.facts, programs) }, out)
    return
  }
  const office = await machine.openOffice({ demo: false })
  try {
    const programs = await programsOf(office.kernel, asked.on)
    await run({ asked, programs, firms: readDatabase(office.kernel) }, out)
  } finally {
    await office.close()
  }
}

async function packsOf(root: string): Promise<readonly Program[]> {
  const programs: Program[] = []
  for (const name of await listPacks(root)) programs.push((await compiledPack(root, name)).program)
  return programs
}

function programsOf(kernel: Kernel, on: string): Promise<readonly Program[]> {
  return kernel.reading({ kind: 'system', job: 'match' }, (tx) =>
    programsInForce(tx, on as typeof tx.today),
  )
}

type Run = {
  readonly asked: MatchAsked
  readonly programs: readonly Program[]
  readonly firms: AsyncGenerator<Firm>
}

const KEEP_EVERY = 1_000

async function run({ asked, programs, firms }: Run, out: Out): Promise<void> {
  const matchers = matchersOf(programs, asked)
  const working =
    asked.out === null ? null : await openWorkingFile(asked.out, await keyOf(asked, programs))
  const tally = startTally(working?.before ?? null)
  const progress = progressOn(process.stderr)
  for await (const firm of firms) {
    if (firm.row <= tally.from) continue
    const lines = answersFor(firm, matchers)
    tally.count(firm, lines)
    working?.add(lines)
    if (tally.firms() % KEEP_EVERY === 0) await working?.keep(tally.reached())
    progress.tell(tally)
  }
  await working?.keep(tally.reached())
  await working?.close()
  if (working && asked.out !== null) await writeAnswers(working.path, asked.out)
  await working?.remove()
  progress.end()
  tell(tally, out)
}

function matchersOf(
  programs: readonly Program[],
  { on, services }: MatchAsked,
): readonly Matcher[] {
  const all = programs.map((program) => matcher(program, { on, services }))
  const known = all.flatMap(({ program, services: own }) =>
    own.flatMap((one) => [one, `${program.pack}/${one}`]),
  )
  const unknown = (services ?? []).find((one) => !known.includes(one))
  if (unknown !== undefined) {
    const has = programs.flatMap((program) => Object.keys(program.services))
    refusal('cli.service-not-found', { named: unknown, has })
  }
  return all
}

/** The same input, day, services and programs: then a run may go on where one stopped. */
async function keyOf(
  { facts, on, services }: MatchAsked,
  programs: readonly Program[],
): Promise<RunKey> {
  const file = facts === null ? null : await stat(facts)
  return {
    facts,
    size: file?.size ?? null,
    changed: file?.mtimeMs ?? null,
    on,
    services: services?.join(',') ?? null,
    programs: programs.map(({ digest }) => digest).join(','),
  }
}

function answersFor(firm: Firm, matchers: readonly Matcher[]): readonly Line[] {
  const { row, id } = firm
  if (firm.unreadable !== null) {
    return [{ kind: 'wrong', cell: { row, column: '', value: '', says: firm.unreadable } }]
  }
  const wrong = new Map<string, WrongCell>()
  const lines = matchers.flatMap((one): readonly Line[] => {
    try {
      return one.match(firm.facts).map((match) => ({ kind: 'match', row, id, match }))
    } catch (problem) {
      if (!(problem instanceof WrongFacts)) throw problem
      for (const { fact, says } of problem.misfits) wrong.set(fact, wrongCell(firm, fact, says.zh))
      return []
    }
  })
  return [...lines, ...[...wrong.values()].map((cell): Line => ({ kind: 'wrong', cell }))]
}

function wrongCell(firm: Firm, fact: string, says: string): WrongCell {
  const value: Supplied | null = firm.facts[fact] ?? null
  const printed = typeof value === 'string' ? value : JSON.stringify(value)
  return { row: firm.row, column: firm.heads.get(fact) ?? fact, value: printed.slice(0, 100), says }
}

/** A value that does not fit makes the exit code 1: the answers of its row are not there. */
function tell(tally: Tally, out: Out): void {
  const { firms, wrong, answers } = tally.reached()
  const { shown, from } = tally
  const services = Object.entries(answers).map(([service, own]) => {
    const counts = Object.entries(own).map(([answer, count]) => `${answer} ${count}`)
    return `${service}：${counts.join('，')}`
  })
  const cells = shown.map(
    ({ row, column, value, says }) => `  第${row}行 ${column} “${value}”：${says}`,
  )
  print(out, {
    json: { firms, resumedAfterRow: from, answers, wrong, wrongCells: shown },
    lines: [
      `${firms}户 (enterprises)${from > 0 ? `，自第${from}行之后继续 (resumed)` : ''}`,
      ...services,
      ...(wrong > 0 ? [`${wrong}处不合格，所在行未作答 (values that do not fit):`, ...cells] : []),
    ],
  })
  if (wrong > 0) process.exitCode = 1
}
