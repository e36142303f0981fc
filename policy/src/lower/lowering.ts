import type { Expression } from '../program/expression.ts'
import type { Program } from '../program/program.ts'
import type { Value } from '../values/value.ts'
import type { Layout } from './layout.ts'
import type { Num } from './number.ts'
import { constant, constantOf, type Graph, type Id, op } from './op.ts'

/** What a formula becomes: its value's operations by kind, with the state beside them. */
export type Term =
  | Num
  | { readonly kind: 'day'; readonly v: Id; readonly s: Id }
  /** One bit; with `loose` it may be NOT_APPLYING. */
  | { readonly kind: 'truth'; readonly t: Id; readonly loose: boolean }
  /** A place in the dictionary; its first places are states. */
  | { readonly kind: 'code'; readonly c: Id }
  /** A literal that does not apply fits every kind. */
  | { readonly kind: 'nothing' }

/** A question over one dictionary entry, answered for all entries before a run. */
export type Test =
  | { readonly is: 'among'; readonly values: readonly Value[] }
  | { readonly is: 'other-than'; readonly value: Value }
  | { readonly is: 'holds'; readonly option: string }
  | { readonly is: 'contains' | 'starts-with'; readonly text: string }

/** A place where doubles may not be able to tell: the interpreter answers for that one node. */
export type Site = {
  readonly gives: 'truth' | 'steps' | 'fen'
  readonly expression: Expression
  readonly step: { readonly over: string; readonly under: string } | null
  /** Records whose record is at hand; -1 outside. */
  readonly records: number
}

export type Setting =
  | { readonly is: 'day-asked' }
  | { readonly is: 'code'; readonly value: Value }
  | { readonly is: 'threshold'; readonly number: number }

export type Lowering = {
  readonly program: Program
  readonly layout: Layout
  readonly g: Graph
  readonly values: Map<string, Term>
  /** By value: the truth of each row of its table, where its formula is one and the first row counts. */
  readonly rows: Map<string, readonly Id[]>
  /** By condition: the truth of each question of a variant. */
  readonly variants: Map<string, readonly Id[]>
  readonly tests: Test[]
  readonly parameters: Setting[]
  readonly sites: Site[]
  readonly sitesAt: Map<string, number>
  readonly thresholds: Map<string, Id>
  /** Records at hand; -1 outside. */
  readonly within: number
}

/** Adds a plain datum to a list once and gives its place. */
export function placeIn<T>(list: T[], made: T): number {
  const text = JSON.stringify(made)
  const at = list.findIndex((one) => JSON.stringify(one) === text)
  return at >= 0 ? at : list.push(made) - 1
}

export function setting(l: Lowering, made: Setting): Id {
  return op(l.g, { is: 'parameter', at: placeIn(l.parameters, made) })
}

/**
 * A constant that something else is held against, as a parameter: another number there runs the
 * same code. Never shared with what happens to be as large elsewhere.
 */
export function threshold(l: Lowering, beside: Id, than: Id): Id {
  const number = constantOf(l.g, than)
  if (number === null || constantOf(l.g, beside) !== null) return than
  const key = `${beside}|${number}`
  const known = l.thresholds.get(key)
  if (known !== undefined) return known
  const at = l.parameters.push({ is: 'threshold', number }) - 1
  const made = op(l.g, { is: 'parameter', at })
  l.thresholds.set(key, made)
  return made
}

export function tested(l: Lowering, code: Id, test: Test): Id {
  return op(l.g, { is: 'test', of: [code], at: placeIn(l.tests, test) })
}

export const number = (l: Lowering, value: number): Id => constant(l.g, value)

/** `value`, but for the rows whose doubles are too near: there the interpreter's. */
export function unlessNear(
  l: Lowering,
  near: Id,
  about: { value: Id; site: Omit<Site, 'records'> },
): Id {
  if (constantOf(l.g, near) === 0) return about.value
  const key = `${about.site.gives}|${near}|${about.value}|${l.within}`
  const at = l.sitesAt.get(key) ?? l.sites.push({ ...about.site, records: l.within }) - 1
  l.sitesAt.set(key, at)
  return op(l.g, { is: 'exact', of: [near, about.value], at })
}
