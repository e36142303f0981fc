import { partsOf } from '../evaluate/facts-of.ts'
import type { Expression } from '../program/expression.ts'
import type { Fact, FactChange } from '../program/fact.ts'
import type { Program } from '../program/program.ts'
import type { Records } from '../program/records.ts'

/**
 * Something a party can bring about: another value of a fact, another figure of its latest record,
 * or a later day of asking.
 */
export type Lever =
  | { readonly kind: 'fact'; readonly key: string; readonly fact: Fact; readonly moves: Moves }
  | {
      readonly kind: 'field'
      readonly key: string
      readonly fact: Fact
      readonly records: Records
      readonly moves: Moves
    }
  | { readonly kind: 'day-asked'; readonly key: '@'; readonly moves: 'more' }

type Moves = Exclude<FactChange, 'fixed'>

const WAITING: Lever = { kind: 'day-asked', key: '@', moves: 'more' }

/**
 * Which way the party can change a fact. Where the vocabulary is silent: what the applicant states
 * itself freely, but for days and texts, which say what has been; what a register or an office
 * says, never.
 */
export function movesOf(fact: Fact): Moves | null {
  if (fact.changes === 'fixed') return null
  if (fact.changes) return fact.changes
  const past = fact.type === 'day' || fact.type === 'text'
  return past || fact.from !== 'applicant' ? null : 'freely'
}

/** What can be changed behind a formula, through the values it names; each once. */
export function leversBehind(program: Program, of: Expression, records: string | null): Lever[] {
  const found = new Map<string, Lever>()
  walk(program, { node: of, records }, (node, inside) => {
    const one = leverAt(program, node, inside)
    if (one) found.set(one.key, one)
  })
  if (turnsWithTime(program, of)) found.set(WAITING.key, WAITING)
  return [...found.values()]
}

/** A later day counts where days are compared; another year only asks for records not there yet. */
function turnsWithTime(program: Program, of: Expression): boolean {
  if (of.kind === 'day-asked') return true
  if ('records' in of || of.kind === 'part') return false
  const definition = of.kind === 'value' ? program.values[of.name] : undefined
  if (definition) return turnsWithTime(program, definition.of)
  return partsOf(of).some((part) => turnsWithTime(program, part))
}

function leverAt(program: Program, node: Expression, inside: string | null): Lever | null {
  if (node.kind === 'fact') {
    const fact = program.facts[node.name]
    const moves = fact && movesOf(fact)
    return fact && moves ? { kind: 'fact', key: fact.name, fact, moves } : null
  }
  if (node.kind !== 'field' || inside === null) return null
  const records = program.records[inside]
  const fact = records?.fields[node.name]
  const moves = fact && movesOf(fact)
  if (!records || !fact || !moves || records.key === null || fact.name === records.key) return null
  return { kind: 'field', key: `${inside}.${fact.name}`, fact, records, moves }
}

type Place = { readonly node: Expression; readonly records: string | null }

/** A formula and all below it, through values, with the records at hand at each node. */
export function walk(
  program: Program,
  from: Place,
  see: (node: Expression, records: string | null) => void,
): void {
  const seen = new Set<string>()
  const step = ({ node, records }: Place): void => {
    see(node, records)
    if (node.kind === 'value' && !seen.has(node.name)) {
      seen.add(node.name)
      const definition = program.values[node.name]
      if (definition) step({ node: definition.of, records: null })
    }
    for (const part of partsOf(node)) step({ node: part, records: atHand(node, part, records) })
  }
  step(from)
}

/** Whose record a part of a node is asked of: a key is asked outside. */
function atHand(node: Expression, part: Expression, records: string | null): string | null {
  if (!('records' in node)) return records
  return node.kind === 'pick' && part === node.key ? records : node.records
}
