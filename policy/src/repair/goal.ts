import type { Condition } from '../program/condition.ts'
import type { Expression } from '../program/expression.ts'
import type { Program } from '../program/program.ts'
import { estimate, estimateTruth } from './estimate.ts'
import { type Lever, leversBehind, walk } from './lever.ts'
import { canBe } from './reach.ts'
import type { Scalar } from './scalar.ts'
import type { Sketch } from './sketch.ts'

/** What must hold, or must not, as a tree of comparisons that changes can move. */
export type Goal =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Goal[] }
  | { readonly kind: 'some'; readonly count: number; readonly of: readonly Goal[] }
  | Leaf
  /** A paper or a judgement: nothing a party changes by a figure. */
  | { readonly kind: 'answer'; readonly name: string; readonly want: boolean }

export type Leaf = {
  readonly kind: 'leaf'
  readonly test: Expression
  readonly want: boolean
  readonly probes: readonly Probe[]
}

/** A comparison behind a leaf (its own, or a table's), and what can be changed in it. */
export type Probe = {
  readonly test: Expression
  readonly levers: readonly Lever[]
  /** The records it is asked of, in a formula over records. */
  readonly records: string | null
}

/** The goal that a condition holds (or does not). */
export function goalOf(program: Program, condition: Condition, want = true): Goal {
  const members = (of: readonly Condition[], wanted: boolean) =>
    of.map((one) => goalOf(program, one, wanted))
  switch (condition.kind) {
    case 'all':
    case 'any':
      return group((condition.kind === 'all') === want, members(condition.of, want))
    case 'none':
      return group(want, members(condition.of, !want))
    case 'at-least': {
      const { of, count } = condition
      return { kind: 'some', count: want ? count : of.length - count + 1, of: members(of, want) }
    }
    case 'computed':
      return testGoal(program, condition.test, want)
    case 'variant':
      return variantGoal(program, condition, want)
    case 'evidenced':
      return { kind: 'answer', name: condition.paper, want }
    case 'judged':
      return { kind: 'answer', name: condition.name, want }
  }
}

const group = (all: boolean, of: readonly Goal[]): Goal => ({ kind: all ? 'all' : 'any', of })

type Variant = Extract<Condition, { kind: 'variant' }>

/** One of the variants: the earlier ones do not apply, this one does, and its condition stands. */
function variantGoal(program: Program, { when, of }: Variant, want: boolean): Goal {
  const not = (upTo: number) => when.slice(0, upTo).map((one) => testGoal(program, one, false))
  const ways = of.flatMap((member, at): readonly Goal[] => {
    const applies = when[at]
    if (!applies) return []
    const stands = goalOf(program, member, want)
    return [group(true, [...not(at), testGoal(program, applies, true), stands])]
  })
  return group(false, want ? ways : [...ways, group(true, not(when.length))])
}

function testGoal(program: Program, test: Expression, want: boolean): Goal {
  switch (test.kind) {
    case 'and':
    case 'or':
      return group(
        (test.kind === 'and') === want,
        test.of.map((limb) => testGoal(program, limb, want)),
      )
    case 'not':
      return testGoal(program, test.of, !want)
    case 'value': {
      const definition = program.values[test.name]
      return definition ? testGoal(program, definition.of, want) : leaf(program, test, want)
    }
    default:
      return leaf(program, test, want)
  }
}

function leaf(program: Program, test: Expression, want: boolean): Leaf {
  const probes = new Map<Expression, Probe>()
  walk(program, { node: test, records: null }, (node, records) => {
    if (!isTest(program, node, records)) return
    const levers = leversBehind(program, node, records)
    if (levers.length > 0) probes.set(node, { test: node, levers, records })
  })
  return { kind: 'leaf', test, want, probes: [...probes.values()] }
}

function isTest(program: Program, node: Expression, records: string | null): boolean {
  if (node.kind === 'fact') return program.facts[node.name]?.type === 'flag'
  if (node.kind === 'field') {
    return program.records[records ?? '']?.fields[node.name]?.type === 'flag'
  }
  return node.kind === 'compare' || node.kind === 'within' || node.kind === 'holds'
}

/** How the leaves stood before anything was changed. */
export type Start = {
  /** Leaves whose truth was open: they may stay so. */
  readonly open: ReadonlySet<Leaf>
  /** Leaves that no change can ever bring about. */
  readonly shut: ReadonlySet<Leaf>
}

export function startOf(goal: Goal, sketch: Sketch): Start {
  const open = new Set<Leaf>()
  const shut = new Set<Leaf>()
  const see = (one: Goal): void => {
    if (one.kind === 'answer') return
    if (one.kind !== 'leaf') {
      for (const member of one.of) see(member)
      return
    }
    const truth = estimateTruth(one.test, sketch)
    if (truth === undefined) open.add(one)
    else if (truth !== one.want && !canBe(one.test, one.want, sketch)) shut.add(one)
  }
  see(goal)
  return { open, shut }
}

/**
 * How far a goal is: 0 when nothing stands against it, about one or two for each comparison to be
 * moved, the sum over what must all hold, the least over ways; Infinity where no change helps.
 */
export function distance(goal: Goal, sketch: Sketch, start: Start): number {
  switch (goal.kind) {
    case 'leaf':
      return leafDistance(goal, sketch, start)
    case 'answer': {
      const truth = sketch.truths.get(goal.name) ?? 'unknown'
      return truth === (goal.want ? 'no' : 'yes') ? Number.POSITIVE_INFINITY : 0
    }
    case 'some':
      return farOfSome(goal, sketch, start)
    case 'all':
      return goal.of.reduce((sum, one) => sum + distance(one, sketch, start), 0)
    case 'any':
      return Math.min(...goal.of.map((one) => distance(one, sketch, start)))
  }
}

function farOfSome(goal: Extract<Goal, { kind: 'some' }>, sketch: Sketch, start: Start): number {
  if (goal.count > goal.of.length) return Number.POSITIVE_INFINITY
  const all = goal.of.map((one) => distance(one, sketch, start)).sort((a, b) => a - b)
  return all.slice(0, goal.count).reduce((sum, one) => sum + one, 0)
}

function leafDistance(leaf: Leaf, sketch: Sketch, start: Start): number {
  const truth = estimateTruth(leaf.test, sketch)
  if (truth === leaf.want) return 0
  if (truth === undefined) return start.open.has(leaf) ? 0 : Number.POSITIVE_INFINITY
  if (leaf.probes.length === 0 || start.shut.has(leaf)) return Number.POSITIVE_INFINITY
  return 1 + gapOf(leaf.test, sketch)
}

/** How far two numbers are apart, 0 to 1 of their size. */
function gapOf(test: Expression, sketch: Sketch): number {
  if (test.kind !== 'compare') return 1
  const [a, b]: readonly Scalar[] = [estimate(test.left)(sketch), estimate(test.right)(sketch)]
  if (typeof a !== 'number' || typeof b !== 'number') return 1
  return Math.abs(a - b) / (Math.abs(a) + Math.abs(b) || 1)
}

/** The leaves to move next: the first that fails of what must all hold, every way of what may. */
export function nextLeaves(goal: Goal, sketch: Sketch, start: Start): readonly Leaf[] {
  const far = distance(goal, sketch, start)
  if (far === 0 || far === Number.POSITIVE_INFINITY) return []
  if (goal.kind === 'leaf') return [goal]
  if (goal.kind === 'answer') return []
  const failing = goal.of.filter((one) => distance(one, sketch, start) > 0)
  const [first] = failing
  if (goal.kind === 'all') return first ? nextLeaves(first, sketch, start) : []
  return failing.flatMap((one) => nextLeaves(one, sketch, start))
}
