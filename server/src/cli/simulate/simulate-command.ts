import { writeFile } from 'node:fs/promises'
import { type Compared, Simulation, type Sum } from '@banfa/policy/bulk'
import { type Facts, type Program, printValue, readSupplied, WrongFacts } from '@banfa/policy/run'
import { stringify } from 'csv-stringify/sync'
import { refusal } from '../../kernel/index.ts'
import { firmsIn } from '../match/firms-in.ts'
import { type Out, print } from '../out.ts'
import { compiledPack } from '../pack/compiled.ts'
import { workingDays } from '../pack/working-days.ts'

export type SimulateAsked = {
  readonly root: string
  readonly draft: string
  readonly against: string
  readonly facts: string
  readonly on: string
  /** Facts to count by: district, industry, size. */
  readonly by: readonly string[]
  /** Where the list behind the numbers goes; null for the numbers alone. */
  readonly out: string | null
}

/** banfa simulate: a draft beside the text in force, on the enterprises of a table. */
export async function simulateDraft(asked: SimulateAsked, out: Out): Promise<void> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asked.on)) refusal('cli.malformed-day', { text: asked.on })
  const { program: draft } = await compiledPack(asked.root, asked.draft)
  const { program: now } = await compiledPack(asked.root, asked.against)
  refuseUnknownFacts([draft, now], asked.by)
  const simulation = new Simulation(draft, now, { on: asked.on, workingDays })
  const wrong = await fill(simulation, asked, [draft, now])
  const compared = simulation.run()
  if (asked.out !== null) await writeFile(asked.out, listOf(compared))
  print(out, {
    json: { firms: simulation.firms, wrong, compared },
    lines: [
      `${simulation.firms}户 (enterprises)${wrong > 0 ? `，${wrong}户数据不合格未计 (${wrong} with wrong facts left out)` : ''}`,
      ...compared.flatMap(linesOf),
    ],
  })
}

function refuseUnknownFacts(programs: readonly Program[], names: readonly string[]): void {
  const known = programs.flatMap(({ facts }) => Object.keys(facts))
  const strange = names.filter((name) => !known.includes(name))
  if (strange.length > 0) refusal('cli.facts-not-known', { names: strange }, { field: strange })
}

/** Every firm of the table whose facts fit both texts; how many did not. */
async function fill(
  simulation: Simulation,
  { facts: file, by }: SimulateAsked,
  programs: readonly Program[],
): Promise<number> {
  let wrong = 0
  for await (const { id, facts, unreadable } of firmsIn(file, programs)) {
    if (unreadable !== null) {
      wrong += 1
      continue
    }
    try {
      simulation.add({ id, facts, groups: by.map((name) => groupOf(programs, facts, name)) })
    } catch (problem) {
      if (!(problem instanceof WrongFacts)) throw problem
      wrong += 1
    }
  }
  return wrong
}

const NOT_KNOWN = '（未知）'

/** A firm's value of a fact, as people read it. */
function groupOf(programs: readonly Program[], facts: Facts, name: string): string {
  const fact = programs.map((program) => program.facts[name]).find((one) => one !== undefined)
  const supplied = facts[name]
  if (!fact || supplied === null || supplied === undefined) return NOT_KNOWN
  const read = readSupplied(fact, supplied)
  return 'value' in read ? printValue(fact, read.value) : NOT_KNOWN
}

function linesOf(one: Compared): readonly string[] {
  const { service, title, now, draft, gains, falls, open, barred, freed, reasons, groups } = one
  return [
    `${title.zh}（${service}）`,
    `  现行 (now) ${sumOf(now)} → 草案 (draft) ${sumOf(draft)}`,
    `  新符合 (gain) ${gains.length}，不再符合 (fall out) ${falls.length}，待定 (open) ${open.length}`,
    ...undecided({ barred, freed }),
    ...reasons.map(({ cite, title: why, firms }) => `    ${cite} ${why.zh}：${firms}户`),
    ...groups.map(
      ({ name, now: was, draft: is, gains: up, falls: down }) =>
        `    ${name}：${sumOf(was)} → ${sumOf(is)}（+${up} −${down}）`,
    ),
  ]
}

/** Those the present text or the draft leaves open: said where there are any. */
function undecided({ barred, freed }: Pick<Compared, 'barred' | 'freed'>): readonly string[] {
  const said = [
    ['原待定，草案不符合 (barred)', barred.length],
    ['原不符合，草案待定 (freed)', freed.length],
  ] as const
  const some = said.filter(([, firms]) => firms > 0)
  return some.length > 0 ? [`  ${some.map(([what, firms]) => `${what} ${firms}`).join('，')}`] : []
}

function sumOf(sum: Sum | null): string {
  if (!sum) return '无此事项 (none)'
  return `${sum.firms}户${sum.fen > 0 ? `、${(sum.fen / 100).toFixed(2)}元` : ''}`
}

/** The firms behind the numbers: service, what happens to it, enterprise. */
function listOf(compared: readonly Compared[]): string {
  const rows = compared.flatMap(({ service, gains, falls, open, barred, freed }) => {
    const changes = Object.entries({ gain: gains, fall: falls, open, barred, freed })
    return changes.flatMap(([change, ids]) => ids.map((id) => [service, change, id]))
  })
  const columns = ['service', 'change', 'enterprise']
  return stringify(rows, { bom: true, header: true, columns, escape_formulas: true })
}
