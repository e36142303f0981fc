import { isDeepStrictEqual } from 'node:util'
import { factsAt, rowRunner } from '../../../policy/src/bulk.ts'
import { lower, rowClosures, rowOutcomes } from '../../../policy/src/one-case.ts'
import { evaluate, type Facts, type Program } from '../../../policy/src/run.ts'
import { cel } from './peers/cel.ts'
import { flatRow } from './peers/flat.ts'
import { jsonLogic } from './peers/json-logic.ts'
import { jsonRules } from './peers/json-rules.ts'
import { plain } from './peers/plain.ts'
import { publicodes } from './peers/publicodes.ts'
import { zen } from './peers/zen.ts'
import { ASKED, enterprises } from './w1/data.ts'

/** Microseconds a case, after warming up: every service, every criterion, every amount. */
export type Timing = { readonly p50: number; readonly p99: number }

const CASES = 2_000

/** The same cases as everybody gets them, and what the interpreter answers. */
export function casesOf(program: Program, count: number) {
  const columns = enterprises(program, { rows: count, seed: 7 })
  const facts = Array.from({ length: count }, (_, row) => sent(plainNumbers(factsAt(columns, row))))
  const rows = facts.map((one) => sent({ ...inBaseUnits(program, one), asked: ASKED }))
  const services = Object.keys(program.services)
  const wanted = facts.map((one) =>
    services.map((service) => evaluate(program, { service, facts: one, on: ASKED }).answer),
  )
  return { facts, rows, wanted }
}

/** As it comes out of a message: objects that JSON made, for everybody. */
const sent = <T>(one: T): T => JSON.parse(JSON.stringify(one))

type Ask = (at: number) => unknown

/** Who is asked, for how many of the cases: the slow ones for fewer. */
type Asked = { readonly ask: Ask; readonly cases: number }

/** Every engine over the same cases, by turns; verdicts of each peer are compared first. */
export async function oneCase(program: Program) {
  const { facts, rows, wanted } = casesOf(program, CASES)
  const plan = lower(program)
  const services = Object.keys(program.services)
  const at = <T>(all: readonly T[], run: (one: T) => unknown): Ask => {
    return (place) => run(all[place] as T)
  }
  const interpret = (service: string, one: Facts) =>
    evaluate(program, { service, facts: one, on: ASKED })
  const explain = rowOutcomes(plan, { on: ASKED })
  const compared = facts.slice(0, 500)
  const others = compared.filter((one) => {
    const outcomes = services.map((name) => interpret(name, one))
    return !isDeepStrictEqual(explain(one, services), outcomes)
  })
  const { asked: peers, differ } = await peersFor(program, { rows, wanted })
  const timings = await byTurns({
    'row code': { ask: at(facts, rowRunner(plan, { on: ASKED })), cases: CASES },
    closures: { ask: at(facts, rowClosures(plan, { on: ASKED })), cases: CASES },
    'full explanation of one service': {
      ask: at(facts, (one) => explain(one, ['technology-sme'])),
      cases: CASES,
    },
    'full explanation of all 12': {
      ask: at(facts, (one) => explain(one, services)),
      cases: 300,
    },
    'interpreter, one service': {
      ask: at(facts, (one) => interpret('technology-sme', one)),
      cases: CASES,
    },
    'interpreter, all 12': {
      ask: at(facts, (one) => services.map((name) => interpret(name, one))),
      cases: 300,
    },
    ...peers,
  })
  const told: Readonly<Record<string, string>> = {
    'full explanation of all 12': `${others.length} of ${compared.length}`,
  }
  return { timings, differ: { ...told, ...differ } }
}

type Cases = Pick<ReturnType<typeof casesOf>, 'rows' | 'wanted'>

async function peersFor(program: Program, { rows, wanted }: Cases) {
  const flatRows = rows.map((row) => sent(flatRow(row, ASKED)))
  const engines = {
    'plain JavaScript': [plain(program, ASKED), flatRows, CASES],
    'json-logic-engine': [await jsonLogic(program), rows, CASES],
    '@marcbachmann/cel-js': [await cel(program, ASKED), flatRows, 200],
    'json-rules-engine': [await jsonRules(program, ASKED), flatRows, 200],
    '@gorules/zen-engine': [await zen(program, ASKED), flatRows, 200],
    publicodes: [await publicodes(program, ASKED), flatRows, 100],
  } as const
  const asked: Record<string, Asked> = {}
  const differ: Record<string, string> = {}
  for (const [name, [run, own, cases]] of Object.entries(engines)) {
    let others = 0
    for (const [place, row] of own.entries()) {
      const got = await run(row)
      others += (wanted[place] ?? []).filter((answer, of) => answer !== got[of]).length
    }
    differ[name] = `${others} of ${own.length * Object.keys(program.services).length}`
    asked[name] = { ask: (place) => run(own[place] ?? {}), cases }
  }
  return { asked, differ }
}

const ROUNDS = 6

/** The first round only warms up. */
async function byTurns(all: Readonly<Record<string, Asked>>) {
  const taken = new Map(Object.keys(all).map((name) => [name, [] as number[]]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, asked] of Object.entries(all)) {
      const times = await askedOnce(asked)
      if (round > 0) taken.get(name)?.push(...times)
    }
  }
  return Object.fromEntries([...taken].map(([name, times]) => [name, timingOf(times)]))
}

/** What gives a promise is waited for, what gives none is not. */
async function askedOnce({ ask, cases }: Asked): Promise<readonly number[]> {
  const times: number[] = []
  for (let place = 0; place < cases; place += 1) {
    const began = performance.now()
    const given = ask(place)
    if (given instanceof Promise) await given
    times.push((performance.now() - began) * 1_000)
  }
  return times
}

function timingOf(taken: readonly number[]): Timing {
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) =>
    Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10
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
