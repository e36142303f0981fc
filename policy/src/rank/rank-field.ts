import { conditionTruth } from '../evaluate/condition-truth.ts'
import { work } from '../evaluate/formula.ts'
import type { Frame, WorkingDays } from '../evaluate/frame.ts'
import { readGiven } from '../evaluate/given.ts'
import type { Facts } from '../evaluate/outcome.ts'
import type { Condition } from '../program/condition.ts'
import { conditionNamed } from '../program/conditions-in.ts'
import type { Quota, Ranking } from '../program/declarations.ts'
import type { Program } from '../program/program.ts'
import { dayOf } from '../values/day.ts'
import { printValue } from '../values/print.ts'
import type { Rational } from '../values/rational.ts'
import type { Truth } from '../values/truth.ts'
import type { Value } from '../values/value.ts'
import {
  type Admission,
  type Admitted,
  admit,
  type Entrant,
  type Settled,
  type Taken,
  type Tie,
} from './quotas.ts'
import { type Contestant, type Ranked, rank } from './rank.ts'

/** One of a field as it stands: what is known of it on the day it is asked for. */
export type Entered = {
  /** Nobody else's in the field. */
  readonly id: string
  readonly facts: Facts
  /** yyyy-mm-dd. */
  readonly on: string
  /** The district where it was filed, for quotas by district; null or absent where none is. */
  readonly district?: string | null
}

/** A field to be ranked, what a meeting has settled so far, and the calendar of formulas that count working days. */
export type Field = {
  readonly all: readonly Entered[]
  readonly settled?: readonly Settled[]
  readonly workingDays?: WorkingDays
}

/** A place with the points it rests on, and whether it is inside; null without quotas. */
export type Placed = Ranked & {
  readonly score: Rational | null
  /** As printed with its unit. */
  readonly points: string | null
  readonly thenBy: readonly (Rational | null)[]
  readonly ceiling: string | null
  readonly admission: Admission | null
}

export type RankedField = {
  readonly placed: readonly Placed[]
  readonly ties: readonly Tie[]
  readonly taken: readonly Taken[]
}

/**
 * Ranks a whole field by a ranking of its program: works out each one's score, what breaks ties and
 * the ceilings whose condition is met, then places, grades and who is inside. The same field gives
 * the same answer in whatever order it comes.
 * @throws WrongFacts when a supplied value does not fit its fact
 * @throws RangeError when the program has no such ranking, a day is none, or two bear one id
 */
export function rankField(program: Program, name: string, field: Field): RankedField {
  const ranking = program.rankings.find((one) => one.name === name)
  if (!ranking) throw new RangeError(`no such ranking: ${name}`)
  const standings = field.all.map((one) => standingOf(ranking, frameOf(program, one, field), one))
  const ranked = rank(ranking, standings)
  const admitted = admittedBy(ranking, standings, { ranked, settled: field.settled ?? [] })
  return {
    placed: ranked.map((one, at) => placed(one, standings[at], admitted)),
    ties: admitted?.ties ?? [],
    taken: admitted?.taken ?? [],
  }
}

/** A contestant with how its score reads, and what each quota counts it under. */
type Stands = Contestant & Pick<Entrant, 'under'> & { readonly points: string | null }

type OneFrame = Frame & { readonly program: Program }

function frameOf(program: Program, { id, facts, on }: Entered, { workingDays }: Field): OneFrame {
  const day = dayOf(on)
  if (!day) throw new RangeError(`not a day: ${on} (${id})`)
  return {
    program,
    given: readGiven(program, facts),
    on: day,
    workingDays: workingDays ?? null,
    record: null,
    worked: new Map(),
  }
}

function standingOf(ranking: Ranking, frame: OneFrame, { id, district }: Entered): Stands {
  const score = gives(ranking.by, frame)
  const definition = frame.program.values[ranking.by]
  return {
    id,
    score: amountOf(score),
    points: definition && score ? printValue(definition, score) : null,
    thenBy: ranking.thenBy.map((value) => amountOf(gives(value, frame))),
    ceiling: lowestCeiling(ranking, frame),
    under: (ranking.quotas?.of ?? []).map((quota) => underWhich(quota, frame, district ?? null)),
  }
}

function gives(name: string, frame: Frame): Value | null {
  const result = work({ kind: 'value', name }, frame)
  return 'value' in result ? result.value : null
}

function amountOf(value: Value | null): Rational | null {
  return value?.kind === 'quantity' ? value.amount : null
}

/** Of several ceilings whose condition is met the lowest holds; nothing but met sets one. */
function lowestCeiling({ grades, ceilings }: Ranking, frame: OneFrame): string | null {
  const met = ceilings.filter(({ when }) => isMet(when, frame)).map(({ grade }) => grade)
  return grades.findLast(({ grade }) => met.includes(grade))?.grade ?? null
}

function isMet(name: string, frame: OneFrame): boolean {
  const condition = conditionNamed(frame.program, name)
  const truthIn = (one: Condition): Truth => conditionTruth(one, frame, truthIn)
  return condition !== undefined && truthIn(condition) === 'yes'
}

/** What a quota counts somebody under; see `Entrant.under`. */
function underWhich({ within, only }: Quota, frame: Frame, district: string | null) {
  if (within === null) return ''
  const option = within === 'district' ? (district ?? undefined) : optionOf(within, frame)
  if (option === undefined || option === null) return option
  return only === null || only === option ? option : null
}

function optionOf(fact: string, frame: Frame): string | null | undefined {
  const result = work({ kind: 'fact', name: fact }, frame)
  if (!('value' in result)) return undefined
  return result.value.kind === 'choice' ? result.value.option : null
}

type After = { readonly ranked: readonly Ranked[]; readonly settled: readonly Settled[] }

function admittedBy(
  { quotas, grades }: Ranking,
  standings: readonly Stands[],
  { ranked, settled }: After,
): Admitted | null {
  if (!quotas) return null
  const order = grades.map(({ grade }) => grade)
  const least = quotas.least === null ? Number.POSITIVE_INFINITY : order.indexOf(quotas.least)
  const entrants = standings.flatMap((one, at): Entrant[] => {
    if (!one.score) return []
    const grade = ranked[at]?.grade ?? null
    const reaches = grade === null ? quotas.least === null : order.indexOf(grade) <= least
    return [{ ...one, score: one.score, reaches }]
  })
  return admit(quotas, entrants, settled)
}

function placed(one: Ranked, standing: Stands | undefined, admitted: Admitted | null): Placed {
  const { score = null, points = null, thenBy = [], ceiling = null } = standing ?? {}
  const admission = admitted && (admitted.of.get(one.id) ?? NOT_RANKED)
  return { ...one, score, points, thenBy, ceiling, admission }
}

/** Without a score there is no place to be inside by. */
const NOT_RANKED: Admission = { is: 'out', because: 'grade' }
