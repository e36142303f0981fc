import { parentPort, workerData } from 'node:worker_threads'
import { type Compared, type SimulatedFirm, Simulation } from '@banfa/policy/bulk'
import { evaluate, explainFinding, type Program, WrongFacts } from '@banfa/policy/run'
import { workingDaysIn } from '../kernel/index.ts'
import type { Asked, Change, Ran, Setting } from './simulated.ts'
import { thresholdsOf, withMoved } from './thresholds.ts'

/** One simulation with its columns resident: firms come in pages, then any number of runs. */
const setting = workerData as Setting
const { on } = setting
const workingDays = workingDaysIn(setting.calendar)
const simulation = new Simulation(setting.draft, setting.now, { on, workingDays })
const thresholds = thresholdsOf(setting.draft)
const facts = new Map<string, SimulatedFirm['facts']>()
let draft = setting.draft
let last: readonly Compared[] = []

function take(firms: readonly SimulatedFirm[]): number {
  for (const firm of firms) {
    try {
      simulation.add(firm)
      facts.set(firm.id, firm.facts)
    } catch (problem) {
      if (!(problem instanceof WrongFacts)) throw problem
    }
  }
  return facts.size
}

function run(moved: Extract<Asked, { kind: 'run' }>['moved']): Ran {
  const began = performance.now()
  draft = withMoved(setting.draft, moved)
  simulation.redraft(draft)
  last = simulation.run()
  const milliseconds = Math.round(performance.now() - began)
  // Names of thousands stay here; a page asks for some of them with their reasons.
  return { firms: simulation.firms, compared: last, thresholds, milliseconds }
}

const KINDS = ['gains', 'falls', 'open', 'barred', 'freed'] as const

function changes({ service, from, to }: Extract<Asked, { kind: 'changes' }>): readonly Change[] {
  const of = last.find((one) => one.service === service)
  const all = KINDS.flatMap((change) => (of?.[change] ?? []).map((id) => ({ id, change })))
  return all.slice(from, to).map(({ id, change }) => {
    const program = change === 'gains' || change === 'freed' ? setting.now : draft
    return { id, change, reasons: reasonsOf(program, service, { id, change }) }
  })
}

const OPEN = ['unknown', 'unavailable']
/** Which conditions say why: those that fail, or those that wait. */
const STANDS: Readonly<Record<Change['change'], readonly string[]>> = {
  gains: ['not-met', ...OPEN],
  falls: ['not-met'],
  open: OPEN,
  barred: ['not-met'],
  freed: ['not-met'],
}

/** What bars it in the text that does not give it: gained firms were barred by the present one. */
function reasonsOf(
  program: Program,
  service: string,
  { id, change }: Pick<Change, 'id' | 'change'>,
): Change['reasons'] {
  if (!Object.hasOwn(program.services, service)) return []
  const asked = { service, facts: facts.get(id) ?? {}, on, workingDays }
  return evaluate(program, asked)
    .findings.filter((one) => one.of.length === 0 && STANDS[change].includes(one.answer))
    .slice(0, 5)
    .map((one) => ({ cite: one.cite, reads: explainFinding(program, one) }))
}

function answer(asked: Asked) {
  if (asked.kind === 'firms') return take(asked.firms)
  return asked.kind === 'run' ? run(asked.moved) : changes(asked)
}

parentPort?.on('message', ({ id, asked }: { id: number; asked: Asked }) => {
  parentPort?.postMessage({ id, answer: answer(asked) })
})
