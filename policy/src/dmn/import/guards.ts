import { parseUnary } from '../feel/parse.ts'
import type { Feel, Unary } from '../feel/tree.ts'
import type { DmnTable, Rule } from './dmn-table.ts'

/**
 * A row that only says that the row before it is undecided: it gives null, and each of its tests is
 * the other's with null let through. A table of ours is undecided there by itself, so it goes.
 */
export function withoutGuards(table: DmnTable, names: readonly string[]): readonly Rule[] {
  if (table.hit !== 'FIRST') return table.rules
  return table.rules.filter((rule, at) => {
    const before = table.rules[at - 1]
    const empty = rule.gives.every((one) => one === 'null')
    return !(before && empty && rule.tests.every((one, column) => lets(one, before.tests[column])))
  })

  function lets(guard: string, test: string | undefined): boolean {
    if (test === undefined) return false
    const [wide, narrow] = [parseUnary(guard, names), parseUnary(test, names)]
    if ('any' in wide || 'any' in narrow) return 'any' in wide && 'any' in narrow
    return alike(nullable(wide), known(narrow))
  }
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

const STRICT: readonly string[] = ['compare', 'arithmetic', 'in', 'call']

/**
 * `if a = null or b = null then null else E` where E works with a and b anyway: E alone, because
 * what ours works with an unknown is unknown by itself.
 */
export function unguarded(of: Feel): Feel {
  if (of.kind !== 'if' || of.gives.kind !== 'null') return of
  const guards = of.when.kind === 'or' ? of.when.of : [of.when]
  const { otherwise } = of
  const parts = operands(otherwise)
  const needless = guards.every(
    (one) =>
      one.kind === 'compare' &&
      one.is === '=' &&
      one.right.kind === 'null' &&
      parts.some((part) => alike(part, one.left)),
  )
  return needless && STRICT.includes(otherwise.kind) ? otherwise : of
}

function operands(of: Feel): readonly Feel[] {
  if (of.kind === 'compare' || of.kind === 'arithmetic') return [of.left, of.right]
  if (of.kind === 'in') return [of.of]
  return of.kind === 'call' && of.name !== 'not' ? of.of : []
}
