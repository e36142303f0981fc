import { type Condition, type Program, printValue, type Value } from '@banfa/policy/run'

export type Rational = Extract<Value, { kind: 'quantity' }>['amount']

/** One fact at the threshold of the condition that it does not meet. */
export type Change = {
  readonly fact: string
  readonly title: string
  readonly is: '>=' | '<=' | '='
  /** In the base unit, exact. */
  readonly amount: Rational
  readonly to: string
  readonly cite: string
}

/** How a condition stands in a row. */
export type Stands = (condition: string) => 'met' | 'not-met' | 'open'

/**
 * The fewest changes of single facts after which a condition would no longer fail, read off the
 * tree: every failing member of an `all`, the cheapest of an `any`. Null where it fails by something
 * that no threshold mends. What one change does to other conditions is not seen here: run it again.
 */
export function changesFor(
  program: Program,
  condition: Condition,
  stands: Stands,
): readonly Change[] | null {
  if (stands(condition.name) !== 'not-met') return []
  const member = (one: Condition) => changesFor(program, one, stands)
  if (condition.kind === 'computed') return changeOf(program, condition)
  if (condition.kind === 'all') return together(condition.of.map(member))
  if (condition.kind !== 'any' && condition.kind !== 'at-least') return null
  const needed = 'count' in condition ? condition.count : 1
  const there = condition.of.filter(({ name }) => stands(name) !== 'not-met').length
  const ways = condition.of
    .filter(({ name }) => stands(name) === 'not-met')
    .map(member)
    .filter((way) => way !== null)
    .sort((a, b) => a.length - b.length)
  return ways.length < needed - there ? null : together(ways.slice(0, needed - there))
}

type Computed = Extract<Condition, { kind: 'computed' }>

function changeOf(program: Program, { test, cite }: Computed): readonly Change[] | null {
  if (test.kind !== 'compare') return null
  const { is, left, right } = test
  if (is !== '>=' && is !== '<=' && is !== '=') return null
  if (left.kind !== 'fact' || right.kind !== 'literal' || right.value.kind !== 'quantity')
    return null
  const fact = program.facts[left.name]
  if (!fact) return null
  const { amount } = right.value
  const to = printValue(fact, right.value)
  return [{ fact: fact.name, title: fact.title.zh, is, amount, to, cite }]
}

/** All of them at once; the same fact asked twice must be asked the same, or one way round. */
function together(ways: readonly (readonly Change[] | null)[]): readonly Change[] | null {
  const all = new Map<string, Change>()
  for (const way of ways) {
    if (way === null) return null
    for (const change of way) {
      const known = all.get(change.fact)
      const one = known ? further(known, change) : change
      if (one === null) return null
      all.set(change.fact, one)
    }
  }
  return [...all.values()]
}

function further(a: Change, b: Change): Change | null {
  const [more, less] = order(a.amount, b.amount) >= 0 ? [a, b] : [b, a]
  if (a.is === '>=' && b.is === '>=') return more
  if (a.is === '<=' && b.is === '<=') return less
  return order(a.amount, b.amount) === 0 ? a : null
}

function order(a: Rational, b: Rational): number {
  const difference = BigInt(a.over) * BigInt(b.under) - BigInt(b.over) * BigInt(a.under)
  return difference > 0n ? 1 : difference < 0n ? -1 : 0
}

const VERBS = { '>=': '达到', '<=': '降至', '=': '为' } as const

export function repairInWords(changes: readonly Change[]): string {
  return changes
    .map(({ title, is, to, cite }) => `${title}${VERBS[is]}${to}即符合 ${cite}`)
    .join('；')
}
