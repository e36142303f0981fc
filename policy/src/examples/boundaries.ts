import { boundsOf } from '../check/bounds.ts'
import { orderOf } from '../evaluate/compare.ts'
import { partsOf } from '../evaluate/facts-of.ts'
import { work } from '../evaluate/formula.ts'
import type { Frame, WorkingDays } from '../evaluate/frame.ts'
import { readGiven, WrongFacts } from '../evaluate/given.ts'
import { formulasOf } from '../evaluate/worked-values.ts'
import { conditionsIn } from '../program/conditions-in.ts'
import type { Expression } from '../program/expression.ts'
import type { Program } from '../program/program.ts'
import type { RecordsName } from '../program/records.ts'
import { dayOf } from '../values/day.ts'
import { compareRationals } from '../values/rational.ts'
import type { WorkedExample } from './worked-example.ts'

/** A number or day of the measure, and whether an example stands on it and on each side. */
export type Boundary = {
  /** The condition or value that compares with it. */
  readonly condition: string
  readonly cite: string
  readonly printed: string
  readonly at: boolean
  readonly below: boolean
  readonly above: boolean
}

/** What is looked at: of a pack that does not compile, what is sound. */
export type Looked = Pick<Program, 'conditions' | 'values' | 'facts' | 'records' | 'services'>

type Compare = Extract<Expression, { kind: 'compare' }>
type Found = { readonly test: Compare; readonly within: RecordsName | null }
type Place = Pick<Boundary, 'condition' | 'cite' | 'printed'> & Found

/**
 * Every number and day that a condition or a band compares with, and the sides of it that examples
 * try. A side that the formula can never take counts as tried. Inside a list every record of every
 * example is a case of its own.
 */
export function boundariesOf(
  program: Looked,
  examples: readonly WorkedExample[],
  workingDays: WorkingDays | null = null,
): readonly Boundary[] {
  const frames = examples
    .flatMap((example) => frameOf(program, example))
    .map((frame) => ({ ...frame, workingDays }))
  return placesOf(program).map(({ test, within, ...place }) => ({
    ...place,
    ...sidesOf(test, within === null ? frames : frames.flatMap((one) => rowsOf(one, within))),
    ...beyondReach(program, test),
  }))
}

/** None for an example whose values do not fit: that is complained of elsewhere. */
function frameOf(program: Looked, { facts, on }: WorkedExample): Frame[] {
  const day = dayOf(on)
  const given = day && givenIn(program, facts)
  if (!day || !given) return []
  return [{ program, given, on: day, workingDays: null, record: null, worked: new Map() }]
}

function givenIn(program: Looked, facts: WorkedExample['facts']) {
  try {
    return readGiven(program, facts)
  } catch (problem) {
    if (problem instanceof WrongFacts) return null
    throw problem
  }
}

/** The frame of each record of a list. */
function rowsOf(frame: Frame, within: RecordsName): readonly Frame[] {
  const known = frame.given.records.get(within)
  return known?.state === 'known' ? known.rows.map((record) => ({ ...frame, record })) : []
}

function placesOf(program: Looked): readonly Place[] {
  const inConditions = Object.values(program.conditions)
    .flatMap(conditionsIn)
    .flatMap((condition) =>
      formulasOf(condition)
        .flatMap((one) => comparesIn(one))
        .map((found) => placeOf(condition, found)),
    )
  const inValues = Object.values(program.values).flatMap((value) =>
    comparesIn(value.of)
      .filter(({ test: { is } }) => is !== '=' && is !== '!=')
      .map((found) => placeOf(value, found)),
  )
  const all = [...inConditions, ...inValues]
  return [...new Map(all.map((place) => [keyOf(place), place])).values()]
}

type Where = {
  readonly name: string
  readonly cite: string
  readonly printed?: string | readonly string[] | null
}

function placeOf({ name, cite, printed }: Where, { test, within }: Found): Place {
  const [number] = [test.right, test.left].flatMap((one) =>
    one.kind === 'literal' ? [one.printed] : [],
  )
  const formula = typeof printed === 'string' ? printed : test.is
  return { condition: name, cite, printed: number ?? formula, test, within }
}

/** `[4..5)` and `>= 5` share a boundary. */
function keyOf({ condition, test }: Place): string {
  return JSON.stringify([condition, test.left, test.right])
}

/** Comparisons of numbers and days, each with the list it stands in. */
function comparesIn(expression: Expression, within: RecordsName | null = null): readonly Found[] {
  const here = 'records' in expression ? expression.records : within
  if (isWhole(expression)) return comparesIn(expression.when.left, here)
  const below = partsOf(expression).flatMap((part) => comparesIn(part, here))
  return expression.kind === 'compare' && hasOrder(expression)
    ? [{ test: expression, within: here }, ...below]
    : below
}

type Whole = Extract<Expression, { kind: 'choose' }> & { readonly when: Compare }

/** Floor and ceiling, which `compile` writes by the sign of the number: no boundary of the measure. */
function isWhole(one: Expression): one is Whole {
  return (
    one.kind === 'choose' &&
    one.when.kind === 'compare' &&
    one.gives.kind === 'round' &&
    one.otherwise.kind === 'round'
  )
}

/** Options and texts have no sides. */
function hasOrder({ is, right }: Compare): boolean {
  if (is !== '=' && is !== '!=') return true
  return right.kind === 'literal' && right.value.kind === 'quantity'
}

type Sides = Pick<Boundary, 'at' | 'below' | 'above'>

function sidesOf({ left, right }: Compare, frames: readonly Frame[]): Sides {
  const orders = frames.flatMap((frame) => {
    const [a, b] = [work(left, frame), work(right, frame)]
    const order = 'value' in a && 'value' in b ? orderOf(a.value, b.value) : null
    return order === null ? [] : [Math.sign(order)]
  })
  return { at: orders.includes(0), below: orders.includes(-1), above: orders.includes(1) }
}

/** Points are never below 0, a capped sum never above its cap. */
function beyondReach(program: Looked, { left, right }: Compare): Partial<Sides> {
  if (right.kind !== 'literal' || right.value.kind !== 'quantity') return {}
  const { amount } = right.value
  const { least, most } = boundsOf(left, new Map(Object.entries(program.values)))
  return {
    ...(least && compareRationals(least, amount) >= 0 && { below: true }),
    ...(most && compareRationals(most, amount) <= 0 && { above: true }),
  }
}
