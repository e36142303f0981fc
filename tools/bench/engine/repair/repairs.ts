import { factsAt } from '../../../../policy/src/bulk.ts'
import { smallestRepair } from '../../../../policy/src/repair.ts'
import { evaluate, type Facts, type Program } from '../../../../policy/src/run.ts'
import { ASKED, enterprises } from '../w1/data.ts'
import { changeable, type Refusal, refusalsAmong } from './refused.ts'
import { repairable } from './transplant.ts'

/** How many refusals are repaired, of how many that can be, and what a case takes in milliseconds. */
export type Repairs = {
  readonly refused: number
  readonly repaired: number
  /** Not repaired, and yet what another firm has would do. */
  readonly missed: number
  readonly changes: number
  readonly mean: number
  readonly p50: number
  readonly p99: number
}

const LATER = [ASKED, '2027-03-31', '2029-03-31']
const round = (of: number) => Math.round(of * 100) / 100

/** Every refusal of so many firms; only what the interpreter confirmed counts as repaired. */
export function repairs(measure: Program, firms: number): Repairs {
  const program = changeable(measure)
  const refusals = refusalsAmong(program, firms)
  const donors = donorsFor(program)
  const times: number[] = []
  const left: Refusal[] = []
  let [repaired, changes] = [0, 0]
  for (const warm of refusals.slice(0, 300)) repairOf(program, warm)
  for (const one of refusals) {
    const began = performance.now()
    const repair = repairOf(program, one)
    times.push(performance.now() - began)
    if (!repair) left.push(one)
    else {
      repaired += 1
      changes += repair.changes.length
      const own = donors.get(one.service)
      if (own && own.length < 120) own.push(repair.facts)
    }
  }
  const missed = left.filter((one) =>
    repairable(program, one, { facts: donors.get(one.service) ?? [], days: LATER }),
  ).length
  const mean = times.reduce((sum, one) => sum + one, 0) / times.length
  times.sort((a, b) => a - b)
  const at = (share: number) => round(times[Math.floor(times.length * share)] ?? 0)
  return {
    ...{ refused: refusals.length, repaired, missed, changes: round(changes / repaired) },
    ...{ mean: round(mean), p50: at(0.5), p99: at(0.99) },
  }
}

const repairOf = (program: Program, { service, facts, outcome }: Refusal) =>
  smallestRepair(program, { service, facts, on: ASKED }, outcome)

/** Firms that pass as they are, up to sixty a service. */
function donorsFor(program: Program): Map<string, Facts[]> {
  const columns = enterprises(program, { rows: 3_000, seed: 3 })
  const donors = new Map(Object.keys(program.services).map((name) => [name, [] as Facts[]]))
  for (let row = 0; row < columns.rows; row += 1) {
    const facts = factsAt(columns, row)
    for (const [service, own] of donors) {
      if (own.length >= 60) continue
      if (evaluate(program, { service, facts, on: ASKED }).answer === 'met') own.push(facts)
    }
  }
  return donors
}
