import { factsAt, rowRunner } from '../../../policy/src/bulk.ts'
import { lower, rowClosures } from '../../../policy/src/one-case.ts'
import { evaluate, type Facts, type Program } from '../../../policy/src/run.ts'
import { jsonLogic } from './peers/json-logic.ts'
import { ASKED, enterprises } from './w1/data.ts'

/** Microseconds a case, after warming up: every service, every criterion, every amount. */
export type Timing = { readonly p50: number; readonly p99: number }

const CASES = 2_000

export async function oneCase(program: Program) {
  const columns = enterprises(program, { rows: CASES, seed: 7 })
  const facts = Array.from({ length: CASES }, (_, row) => plainNumbers(factsAt(columns, row)))
  const plan = lower(program)
  const services = Object.keys(program.services)
  const ask = (service: string, one: Facts) => evaluate(program, { service, facts: one, on: ASKED })
  const logic = await jsonLogic(program)
  const rows = facts.map((one) => ({ ...inBaseUnits(program, one), asked: ASKED }))
  const wanted = facts.map((one) => services.map((service) => ask(service, one).answer))
  const differ = rows.reduce((sum, row, at) => {
    const got = logic(row)
    return sum + (wanted[at] ?? []).filter((answer, place) => answer !== got[place]).length
  }, 0)
  return {
    rowCode: timed(facts, rowRunner(plan, { on: ASKED }), 20),
    closures: timed(facts, rowClosures(plan, { on: ASKED }), 20),
    jsonLogic: timed(rows, logic, 5),
    jsonLogicDiffers: `${differ} of ${CASES * services.length}`,
    explainOne: timed(facts.slice(0, 400), (one) => ask('technology-sme', one), 2),
    explainAll: timed(facts.slice(0, 100), (one) => services.map((name) => ask(name, one)), 2),
  }
}

function timed<T>(cases: readonly T[], run: (one: T) => unknown, rounds: number): Timing {
  const taken: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const one of cases) {
      const began = performance.now()
      run(one)
      if (round > 0) taken.push((performance.now() - began) * 1_000)
    }
  }
  taken.sort((a, b) => a - b)
  const at = (share: number) => Math.round((taken[Math.floor(taken.length * share)] ?? 0) * 10) / 10
  return { p50: at(0.5), p99: at(0.99) }
}

type Plain = Facts[string]

/** Numbers as a form's JSON has them. */
function plainNumbers(facts: Facts): Facts {
  const plain = (value: Plain): Plain => {
    if (Array.isArray(value)) return value.map((one) => plainNumbers(one as Facts)) as Plain
    return typeof value === 'string' && /^-?[\d.]+$/.test(value) ? Number(value) : value
  }
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, plain(value)]))
}

/** Peers know no units: yuan, and ratios of 1. */
function inBaseUnits(program: Program, facts: Facts): Record<string, unknown> {
  const fields = Object.values(program.records).flatMap((one) => Object.values(one.fields))
  const units = new Map(
    [...Object.values(program.facts), ...fields].map((one) => [one.name, one.unit]),
  )
  const based = (name: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one) => inBaseUnits(program, one as Facts))
    if (typeof value !== 'number') return value ?? null
    const unit = units.get(name)
    return unit === '万元' ? value * 10_000 : unit === '%' ? value / 100 : value
  }
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, based(name, value)]),
  )
}
