import { type Answers, paidAmongIn } from '@banfa/policy/bulk'
import { type Answer, type Program, type Supplied, WrongFacts } from '@banfa/policy/run'
import { amountsOnly, Bench, type BenchAsked, everything, SLICE } from './bench.ts'
import { codeIn, standsAt } from './codes.ts'
import type { Firm, WrongCell } from './firm.ts'
import { interpreted, smallestIn } from './interpreted.ts'
import type { Answered, Match } from './matching.ts'
import { missingReader } from './missing.ts'
import { type Repairs, repairsOn } from './repairs.ts'

export type Matching = BenchAsked & {
  /** Services by name or as `pack/service`; null for all. */
  readonly services: readonly string[] | null
  /** `--repair`: the smallest repair of every refusal, some tenths of a millisecond each. */
  readonly smallest?: boolean | undefined
}

/** Answers every service of one program for any number of enterprises. */
export type Matcher = {
  readonly program: Program
  readonly services: readonly string[]
  match(firms: readonly Firm[]): readonly Answered[]
}

/** By columns, slice after slice; what no column holds to the last digit is the interpreter's. */
export function matcher(program: Program, matching: Matching): Matcher {
  const services = askedOf(program, matching.services)
  const bench = new Bench(program, matching)
  const answerers = services.map((service) => answererOf(bench, service, matching))
  return {
    program,
    services,
    match(firms) {
      const all: Answered[] = []
      for (let at = 0; at < firms.length; at += SLICE) {
        all.push(...slice(bench, answerers, firms.slice(at, at + SLICE)))
      }
      return all
    },
  }
}

export function askedOf(program: Program, services: readonly string[] | null): readonly string[] {
  return Object.keys(program.services).filter(
    (name) =>
      services === null || [name, `${program.pack}/${name}`].some((one) => services.includes(one)),
  )
}

function slice(bench: Bench, answerers: readonly Answerer[], firms: readonly Firm[]) {
  bench.clear()
  const wrong = firms.map((firm) => added(bench, firm))
  if (bench.rows === 0 || answerers.length === 0)
    return firms.map((firm, at) => ({ firm, matches: [], wrong: wrong[at] ?? [] }))
  const all = bench.answer('everything', everything)
  const pays = Object.values(bench.program.services).some((one) => one.pays !== null)
  const before = pays ? bench.answer('amounts', amountsOnly) : null
  const paid = paidAmongIn(bench.plan, all, bench.rows)
  const ran = answerers.map((answerer) => answerer({ all, before, paid }))
  let row = -1
  return firms.map((firm, at): Answered => {
    const own = wrong[at] ?? []
    if (own.length > 0) return { firm, matches: [], wrong: own }
    row += 1
    const here = row
    return { firm, matches: ran.map((answered) => answered(here, firm)), wrong: own }
  })
}

function added(bench: Bench, firm: Firm): readonly WrongCell[] {
  try {
    bench.add(firm.facts)
    return []
  } catch (problem) {
    if (!(problem instanceof WrongFacts)) throw problem
    return problem.misfits.map(({ fact, says }) => wrongCell(firm, fact, says.zh))
  }
}

function wrongCell(firm: Firm, fact: string, says: string): WrongCell {
  const value: Supplied | null = firm.facts[fact] ?? null
  const printed = typeof value === 'string' ? value : JSON.stringify(value)
  return { row: firm.row, column: firm.heads.get(fact) ?? fact, value: printed.slice(0, 100), says }
}

type Ran = {
  readonly all: Answers
  readonly before: Answers | null
  /** What is payable beside the firm's other services. */
  readonly paid: ReturnType<typeof paidAmongIn>
}
/** One service over the slice that was just run: what it says of a row. */
type Answerer = (ran: Ran) => (row: number, firm: Firm) => Match

const ANSWERS: readonly Answer[] = ['not-met', 'unknown', 'unavailable', 'met']
function answererOf(bench: Bench, service: string, matching: Matching): Answerer {
  const { program, plan } = bench
  const at = plan.services.findIndex(({ name }) => name === service)
  const condition = plan.services[at]?.condition ?? 0
  const places = new Map(plan.conditions.map(({ name }, place) => [name, place]))
  const missingOf = missingReader(program, service)
  const { on, workingDays, smallest } = matching
  const repairs: Repairs = smallest ? () => () => null : repairsOn(bench, service, places)
  const byInterpreter = { program, service, on, workingDays, smallest }
  return ({ all, before, paid }) => {
    const repaired = repairs(all)
    const opened = (row: number, facts: Firm['facts'], answer: Answer): Match => {
      const money = moneyAt(paid[at], before?.payable[at], row)
      if (money === null) return interpreted(byInterpreter, facts)
      const missing = answer === 'met' ? NONE : missingOf(standsAt(all, places, row), facts)
      return { pack: program.pack, service, answer, ...money, missing, repair: null }
    }
    return (row, { facts }) => {
      if (bench.columns.odd.has(row)) return interpreted(byInterpreter, facts)
      const answer = ANSWERS[codeIn(all, condition, row)] ?? 'unknown'
      if (answer !== 'not-met') return opened(row, facts, answer)
      return {
        ...{ pack: program.pack, service, answer, amount: null, payable: null },
        missing: NONE,
        repair: smallest ? smallestIn(byInterpreter, facts) : repaired(row),
      }
    }
  }
}

const NONE: readonly string[] = []

type Money = Pick<Match, 'amount' | 'payable'>
type Fen = Float64Array | null | undefined

/** Up to here a double also tells a millionth of a fen from none. */
const SURE = 2 ** 32

/** Whole fen are exact in doubles; null where there are parts of a fen, for the interpreter. */
function moneyAt(payable: Fen, amount: Fen, row: number): Money | null {
  const [before, after] = [yuanOf(amount?.[row]), yuanOf(payable?.[row])]
  return before === undefined || after === undefined ? null : { amount: before, payable: after }
}

function yuanOf(fen: number | undefined): string | null | undefined {
  if (fen === undefined || Number.isNaN(fen)) return null
  if (!Number.isInteger(fen) || Math.abs(fen) > SURE) return undefined
  const rest = Math.abs(fen % 100)
  const whole = `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}`
  if (rest === 0) return fen === 0 ? '0' : whole
  return `${whole}.${String(rest).padStart(2, '0').replace(/0$/, '')}`
}
