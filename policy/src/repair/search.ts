import { boundaries } from './boundary.ts'
import { distance, type Goal, nextLeaves, type Start, startOf } from './goal.ts'
import { allowed } from './grid.ts'
import type { Lever } from './lever.ts'
import type { Scalar } from './scalar.ts'
import type { Sketch } from './sketch.ts'

/** Another value of something, and the value it had. */
export type Move = { readonly lever: Lever; readonly from: Scalar; readonly to: Scalar }
export type Moves = ReadonlyMap<string, Move>

type Node = { readonly moves: Moves; readonly cost: number; readonly far: number }

/** States looked into before a case is given up, and after a way was found. */
const MOST = 60
/** Comparisons solved for a lever before a case is given up. */
const MOST_SOLVED = 800
/**
 * States whose distance is worked out before a case is given up: 995 of 1,000 repairs are found
 * within, and a case without one ends in a few milliseconds, always at the same state.
 */
const MOST_WEIGHED = 64
const AFTERWARDS = 3

/**
 * Ways to the goal, the smallest found first: best-first over states, each move taking a comparison
 * that stands in the way (or a table's behind it) to where it turns, whatever the moves before it
 * did. `stands` has the last word on each.
 */
export function smallestMoves(
  goal: Goal,
  sketch: Sketch,
  stands: (moves: Moves) => boolean,
): Moves | null {
  const search = new Search(goal, sketch)
  let best: Node | null = null
  let left = MOST
  for (let node = search.next(); node && left > 0; node = search.next()) {
    left -= 1
    if (best && node.cost + Math.sign(node.far) >= best.cost) continue
    if (node.far > 0) {
      search.expand(node)
      continue
    }
    const lean = search.without(node)
    if ((best && lean.cost >= best.cost) || !stands(lean.moves)) continue
    best = lean
    left = Math.min(left, AFTERWARDS)
  }
  return best?.moves ?? null
}

class Search {
  readonly #goal: Goal
  readonly #sketch: Sketch
  readonly #start: Start
  readonly #queue: Node[] = []
  readonly #seen = new Set<string>()
  #solved = 0
  #weighed = 0

  constructor(goal: Goal, sketch: Sketch) {
    this.#goal = goal
    this.#sketch = sketch
    this.#start = startOf(goal, sketch)
    const far = this.#far()
    if (far !== Number.POSITIVE_INFINITY) this.#queue.push({ moves: new Map(), cost: 0, far })
  }

  next(): Node | null {
    let [at, least] = [-1, Number.POSITIVE_INFINITY]
    for (const [place, { cost, far }] of this.#queue.entries()) {
      if (cost + far < least) [at, least] = [place, cost + far]
    }
    return at < 0 ? null : (this.#queue.splice(at, 1)[0] ?? null)
  }

  /** Every move of the leaves in the way; one that brings nothing nearer waits behind the others. */
  expand(node: Node): void {
    this.#apply(node.moves)
    const probes = nextLeaves(this.#goal, this.#sketch, this.#start).flatMap(
      ({ probes: own }) => own,
    )
    const pairs = probes.flatMap((probe) => probe.levers.map((lever) => ({ probe, lever })))
    this.#solved += pairs.length
    if (this.#solved < MOST_SOLVED && this.#weighed < MOST_WEIGHED) {
      for (const { probe, lever } of pairs) {
        for (const to of boundaries(probe, lever, this.#sketch)) this.#push(node, lever, to)
      }
    }
    this.#undo(node.moves)
  }

  #push(node: Node, lever: Lever, to: Scalar): void {
    const before = this.#sketch.get(lever)
    const from = node.moves.get(lever.key)?.from ?? before
    if (this.#weighed >= MOST_WEIGHED || !allowed(lever, from, to)) return
    const moves = new Map(node.moves).set(lever.key, { lever, from, to })
    const name = nameOf(moves)
    if (this.#seen.has(name)) return
    this.#seen.add(name)
    this.#weighed += 1
    this.#sketch.set(lever, to)
    const far = this.#far()
    this.#sketch.set(lever, before)
    if (far === Number.POSITIVE_INFINITY) return
    const idle = far >= node.far ? 2 : 0
    this.#queue.push({ moves, cost: costOf(moves) + idle, far })
  }

  /** The same without the moves that turned out to be needless. */
  without({ moves }: Node): Node {
    let lean = moves
    for (const key of moves.keys()) {
      const less = new Map(lean)
      less.delete(key)
      this.#apply(less)
      if (less.size > 0 && this.#far() === 0) lean = less
      this.#undo(moves)
    }
    return { moves: lean, cost: costOf(lean), far: 0 }
  }

  #far(): number {
    return distance(this.#goal, this.#sketch, this.#start)
  }

  #apply(moves: Moves): void {
    for (const { lever, to } of moves.values()) this.#sketch.set(lever, to)
  }

  #undo(moves: Moves): void {
    for (const { lever, from } of moves.values()) this.#sketch.set(lever, from)
  }
}

const nameOf = (moves: Moves): string =>
  [...moves]
    .map(([key, { to }]) => `${key}=${String(to)}`)
    .sort()
    .join('|')

/** Fewer changes first; among as many, the smaller ones. */
export function costOf(moves: Moves): number {
  let cost = 0
  for (const move of moves.values()) cost += 1 + share(move) / 32
  return cost
}

/** How large one change is, from 0 to 1 of the two values; of two as large, the one upwards. */
function share({ from, to }: Move): number {
  if (typeof from !== 'number' || typeof to !== 'number') return 1
  const size = Math.abs(to - from) / (Math.abs(from) + Math.abs(to) || 1)
  return to < from ? size + 0.001 : size
}
