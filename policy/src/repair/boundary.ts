import type { Expression } from '../program/expression.ts'
import { addDays, type Day } from '../values/day.ts'
import { estimate, estimateTruth } from './estimate.ts'
import type { Probe } from './goal.ts'
import { stepsOf } from './grid.ts'
import type { Lever } from './lever.ts'
import type { Scalar } from './scalar.ts'
import type { Sketch } from './sketch.ts'

/**
 * The values of one lever, everything else as it is, at which a comparison turns: the nearest on
 * the grid of the fact. The sketch is as it was afterwards.
 */
export function boundaries(probe: Probe, lever: Lever, sketch: Sketch): readonly Scalar[] {
  const before = sketch.get(lever)
  if (before === undefined || before === null) return []
  const record = sketch.record
  sketch.record = probe.records === null ? null : sketch.latest(probe.records)
  const at = (value: Scalar) => {
    sketch.set(lever, value)
    return estimateTruth(probe.test, sketch)
  }
  const turned = turning({ probe, lever, sketch, before, at })
  sketch.set(lever, before)
  sketch.record = record
  return turned
}

type Turning = {
  readonly probe: Probe
  readonly lever: Lever
  readonly sketch: Sketch
  readonly before: Scalar
  readonly at: (value: Scalar) => boolean | undefined
}

function turning(turn: Turning): readonly Scalar[] {
  const { lever, before, probe } = turn
  if (lever.kind === 'day-asked' || lever.fact.type === 'day') return turningDays(turn)
  if (typeof before === 'boolean') return [!before]
  if (lever.fact.type === 'choices') return otherChoices(before, probe.test)
  if (typeof before === 'string') {
    return lever.fact.options.map(({ value }) => value).filter((value) => value !== before)
  }
  return turningNumber(turn)
}

function otherChoices(before: Scalar, test: Expression): readonly Scalar[] {
  if (test.kind !== 'holds' || !Array.isArray(before)) return []
  const without = before.filter((one) => one !== test.option)
  return [without.length < before.length ? without : [...before, test.option]]
}

/** The root of left - right by secants: exact at once where it is linear, near where it is a ratio. */
function turningNumber(turn: Turning): readonly Scalar[] {
  const { probe, lever, sketch, before, at } = turn
  const steps = stepsOf(lever)
  if (steps === null || typeof before !== 'number' || probe.test.kind !== 'compare') return []
  const [left, right] = [estimate(probe.test.left), estimate(probe.test.right)]
  const gap = (value: number): number => {
    sketch.set(lever, value)
    const [a, b] = [left(sketch), right(sketch)]
    return typeof a === 'number' && typeof b === 'number' ? a - b : Number.NaN
  }
  const root = rootOf(gap, { from: before, step: Math.max(Math.abs(before) / 8, 1 / steps) })
  if (root === null) return []
  const truth = at(before)
  const nearest = Math.round(root * steps)
  const about = [nearest, nearest - 1, nearest + 1].map((one) => one / steps)
  const turned = about
    .filter((value) => value !== before)
    .map((value) => ({ value, truth: at(value) }))
    .filter((one) => one.truth !== undefined && one.truth !== truth)
    .sort((a, b) => Math.abs(a.value - before) - Math.abs(b.value - before))
  return turned.slice(0, 1).map(({ value }) => value)
}

const TRIES = 24

function rootOf(
  gap: (value: number) => number,
  { from, step }: { readonly from: number; readonly step: number },
): number | null {
  let [a, b] = [from, from + step]
  let [ga, gb] = [gap(a), gap(b)]
  const size = Math.abs(ga)
  for (let time = 0; time < TRIES; time += 1) {
    if (Math.abs(gb) <= 1e-13 * size) return b
    if (ga === gb || Number.isNaN(gb - ga)) return null
    const next = b - (gb * (b - a)) / (gb - ga)
    if (!Number.isFinite(next)) return null
    if (Math.abs(next - b) <= 1e-13 * Math.abs(next)) return next
    ;[a, ga, b] = [b, gb, next]
    gb = gap(b)
  }
  return null
}

/** Nobody plans longer ahead. */
const MOST_DAYS = 3_653

/** The first day from which the comparison stands otherwise: in strides, then halved. */
function turningDays({ lever, before, at }: Turning): readonly Scalar[] {
  if (typeof before !== 'string') return []
  const ways = lever.moves === 'freely' ? [1, -1] : [lever.moves === 'more' ? 1 : -1]
  const truth = at(before)
  return ways.flatMap((way) => {
    const day = (by: number) => addDays(before as Day, by * way)
    const turned = (by: number) => {
      const now = at(day(by))
      return now !== undefined && now !== truth
    }
    let far = 1
    while (far < MOST_DAYS && !turned(far)) far *= 2
    if (far >= MOST_DAYS) return []
    let near = far >> 1
    while (far - near > 1) {
      const middle = (near + far) >> 1
      if (turned(middle)) far = middle
      else near = middle
    }
    return [day(far)]
  })
}
