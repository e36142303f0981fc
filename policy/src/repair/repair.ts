import { evaluate, type Question } from '../evaluate/evaluate.ts'
import type { Facts, Finding, Outcome, Supplied, SuppliedRecord } from '../evaluate/outcome.ts'
import type { Program } from '../program/program.ts'
import { type Goal, goalOf } from './goal.ts'
import { stepsOf, suppliedAs } from './grid.ts'
import { type Change, changesOf } from './repair-in-words.ts'
import { type Move, type Moves, smallestMoves } from './search.ts'
import { Sketch } from './sketch.ts'

/** The smallest set of changes found after which a refused service is refused no longer. */
export type Repair = {
  readonly changes: readonly Change[]
  /** `open`: nothing stands against it any more, but something was not known before either. */
  readonly reaches: 'met' | 'open'
  /** The facts and the day with the changes made: what was evaluated again. */
  readonly facts: Facts
  readonly on: string
}

/**
 * What would change a refusal: the fewest changes of facts that the party itself can bring about
 * (`changes` of the vocabulary), of its latest record's figures, or a later day; the smaller among
 * as few. Searched in doubles, then run again by the interpreter: only what stands is given. Null
 * where the outcome is no refusal, or no repair was found.
 * @param outcome what `evaluate` gave for the same question
 */
export function smallestRepair(
  program: Program,
  question: Question,
  outcome: Outcome,
): Repair | null {
  if (outcome.answer !== 'not-met') return null
  const goal = goalFor(program, question.service)
  if (!goal) return null
  let repair: Repair | null = null
  smallestMoves(goal, new Sketch(program, question), (moves) => {
    const found = verified({ program, question, outcome }, moves)
    if (found && (!repair || found.changes.length <= repair.changes.length)) repair = found
    return found !== null
  })
  return repair
}

const goals = new WeakMap<Program, Map<string, Goal>>()

/** Programs are frozen: a service's goal is made once for good. */
function goalFor(program: Program, service: string): Goal | null {
  const own = goals.get(program) ?? new Map<string, Goal>()
  goals.set(program, own)
  const needs = program.services[service]?.needs ?? ''
  const root = program.conditions[needs]
  const goal = own.get(service) ?? (root ? goalOf(program, root) : null)
  if (goal) own.set(service, goal)
  return goal
}

type Refused = {
  readonly program: Program
  readonly question: Question
  readonly outcome: Outcome
}

/** Run again; a step further where doubles ended just short of a threshold. */
function verified(refused: Refused, moves: Moves): Repair | null {
  return ranAgain(refused, moves) ?? ranAgain(refused, aStepFurther(moves))
}

function ranAgain({ program, question, outcome }: Refused, moves: Moves): Repair | null {
  const facts = factsWith(question.facts, program, moves)
  const on = String(moves.get('@')?.to ?? question.on)
  if (program.validUntil !== null && on > program.validUntil) return null
  const again = evaluate(program, { ...question, facts, on })
  if (again.answer === 'not-met' || loses(outcome, again)) return null
  const reaches = again.answer === 'met' ? 'met' : 'open'
  return {
    changes: changesOf(program, moves, { before: outcome, after: again }),
    reaches,
    facts,
    on,
  }
}

/** A repair never rests on not knowing any longer what was known. */
function loses(before: Outcome, after: Outcome): boolean {
  const decided = ({ answer }: Finding) => answer === 'met' || answer === 'not-met'
  const was = new Map(before.findings.map((one) => [one.condition, decided(one)]))
  return after.findings.some(
    (one) => one.of.length === 0 && !decided(one) && was.get(one.condition) === true,
  )
}

function aStepFurther(moves: Moves): Moves {
  return new Map(
    [...moves].map(([key, move]) => {
      const steps = stepsOf(move.lever)
      if (steps === null || typeof move.to !== 'number') return [key, move]
      const by = move.to > Number(move.from) ? 1 : -1
      return [key, { ...move, to: Math.max(0, (Math.round(move.to * steps) + by) / steps) }]
    }),
  )
}

function factsWith(facts: Facts, program: Program, moves: Moves): Facts {
  const changed: Record<string, Supplied | null | undefined> = { ...facts }
  for (const move of moves.values()) {
    const { lever, to } = move
    if (lever.kind === 'fact') changed[lever.fact.name] = suppliedAs(lever, to)
    if (lever.kind === 'field') {
      changed[lever.records.name] = withField(changed, program, { ...move, lever })
    }
  }
  return changed
}

type FieldMove = Move & { readonly lever: Extract<Move['lever'], { kind: 'field' }> }

/** The list with one figure of its latest record replaced. */
function withField(facts: Facts, program: Program, { lever, to }: FieldMove): Supplied {
  const rows = (facts[lever.records.name] ?? []) as readonly SuppliedRecord[]
  const key = program.records[lever.records.name]?.key ?? ''
  const keys = rows.map((row) => Number.parseFloat(String(row[key])))
  const last = keys.indexOf(Math.max(...keys))
  const value = suppliedAs(lever, to)
  return rows.map((row, at) => (at === last ? { ...row, [lever.fact.name]: value } : row))
}
