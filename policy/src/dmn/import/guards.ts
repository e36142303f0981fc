import { parseFeel, parseUnary } from '../feel/parse.ts'
import { NOT_APPLYING } from '../feel/piece.ts'
import type { Feel, Unary } from '../feel/tree.ts'
import type { DmnTable, Rule } from './dmn-table.ts'

/**
 * A row that only says that the row before it is undecided: it gives null, and each of its tests is
 * the other's with null let through. A table of ours is undecided there by itself, so it goes.
 */
export function withoutGuards(table: DmnTable, names: readonly string[]): readonly Rule[] {
  if (table.hit !== 'FIRST') return table.rules
  const applying = table.inputs.map(({ text }) => asksApplying(parseFeel(text, names)))
  const lets = (guard: string, test: string | undefined, column: number): boolean => {
    if (test === undefined) return false
    const [wide, narrow] = [parseUnary(guard, names), parseUnary(test, names)]
    if ('any' in wide || 'any' in narrow) return 'any' in wide && 'any' in narrow
    return applying[column] ? alike(wide, narrow) : alike(nullable(wide), known(narrow))
  }
  return table.rules.filter((rule, at) => {
    const before = table.rules[at - 1]
    const empty = rule.gives.every((one) => one === 'null')
    const widened = (test: string, column: number) => lets(test, before?.tests[column], column)
    return !(before && empty && rule.tests.every(widened))
  })
}

export function alike(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** What is left of a test that lets null through; null when it does not. */
function nullable({ not, tests }: Exclude<Unary, { any: true }>): Unary | null {
  const [first, ...rest] = tests
  if (not || !first) return null
  if (first.kind === 'null') return { not: false, tests: rest }
  if (first.kind !== 'or' || !isNullTest(first.of[0], '=')) return null
  return { not: false, tests: [limbs('or', first.of.slice(1))] }
}

/** A test without `? != null and`, which a test of ours needs not say. */
export function known(unary: Unary): Unary {
  if ('any' in unary) return unary
  const [first] = unary.tests
  if (unary.tests.length !== 1 || first?.kind !== 'and' || !isNullTest(first.of[0], '!=')) {
    return unary
  }
  return { ...unary, tests: [limbs('and', first.of.slice(1))] }
}

function limbs(kind: 'and' | 'or', of: readonly Feel[]): Feel {
  const [only] = of
  return only && of.length === 1 ? only : { kind, of }
}

function isNullTest(of: Feel | undefined, is: '=' | '!='): boolean {
  return (
    of?.kind === 'compare' && of.is === is && of.left.kind === 'input' && of.right.kind === 'null'
  )
}

const STRICT: readonly string[] = ['compare', 'arithmetic', 'in', 'call', 'path', 'name']

/**
 * `if a = null or b = null then null else E` where E works with a and b anyway: E alone, because
 * what ours works with an unknown is unknown by itself. The same for what does not apply: it is no
 * where E asks for yes or no, and stays what it is where E calculates.
 */
export function unguarded(of: Feel): Feel {
  if (of.kind !== 'if') return of
  const guards = of.when.kind === 'or' ? of.when.of : [of.when]
  const inner = unguarded(of.otherwise)
  const parts = operands(inner)
  const about = (one: Feel) => one.kind === 'compare' && parts.some((part) => alike(part, one.left))
  if (!STRICT.includes(inner.kind) || !guards.every(about)) return of
  if (of.gives.kind === 'null') {
    return guards.every(
      (one) => one.kind === 'compare' && one.is === '=' && one.right.kind === 'null',
    )
      ? inner
      : of
  }
  return guards.every(notApplying) && impliedFor(inner, of.gives) ? inner : of
}

/** What ours gives by itself where an operand does not apply. */
function impliedFor(inner: Feel, gives: Feel): boolean {
  const unequal = inner.kind === 'compare' && inner.is === '!='
  if (gives.kind === 'boolean') return gives.is === unequal && inner.kind !== 'arithmetic'
  const calculates = ['arithmetic', 'path'].includes(inner.kind) || isRound(inner)
  return gives.kind === 'string' && `"${gives.text}"` === NOT_APPLYING && calculates
}

function isRound(of: Feel): boolean {
  return of.kind === 'call' && /^(round|decimal|min|max|floor|ceiling)/.test(of.name)
}

/** Everything a formula works with directly, through the signs of a calculation. */
function operands(of: Feel): readonly Feel[] {
  switch (of.kind) {
    case 'compare':
    case 'arithmetic':
      return [of.left, of.right].flatMap((side) =>
        side.kind === 'arithmetic' ? [side, ...operands(side)] : [side],
      )
    case 'in':
    case 'path':
      return of.of.kind === 'arithmetic' ? operands(of.of) : [of.of]
    case 'call':
      return of.name === 'not' ? [] : of.of
    case 'name':
      return [of]
    default:
      return []
  }
}

/** `if x = "不适用" then true else false`, which a table of ours asks for every row of bounds on x. */
export function asksApplying(of: Feel): boolean {
  return (
    of.kind === 'if' &&
    notApplying(of.when) &&
    of.gives.kind === 'boolean' &&
    of.gives.is &&
    of.otherwise.kind === 'boolean' &&
    !of.otherwise.is
  )
}

/** `x = "不适用"`: whatever x is, ours sees by itself that it does not apply. */
export function notApplying(of: Feel): boolean {
  return (
    of.kind === 'compare' &&
    of.is === '=' &&
    of.right.kind === 'string' &&
    `"${of.right.text}"` === NOT_APPLYING
  )
}
