import type { Condition } from '../program/condition.ts'
import type { FactName } from '../program/fact.ts'
import type { Program } from '../program/program.ts'
import { type Misfit, readSupplied } from '../values/supplied.ts'
import type { Truth } from '../values/truth.ts'
import type { Value } from '../values/value.ts'
import type { Facts, Supplied } from './outcome.ts'

/** What is known of one name. */
export type Known =
  | { readonly state: 'known'; readonly value: Value }
  | { readonly state: 'unknown' }
  | { readonly state: 'unavailable' }

/** The supplied facts, read once: values by fact, truths by paper and by judged condition. */
export type Given = {
  readonly facts: ReadonlyMap<FactName, Known>
  readonly truths: ReadonlyMap<string, Truth>
}

/** Supplied values of the wrong kind: every one of them, never only the first. */
export class WrongFacts extends Error {
  override readonly name = 'WrongFacts'
  readonly code = 'policy.wrong-facts'
  readonly misfits: readonly Misfit[]

  constructor(misfits: readonly Misfit[]) {
    super(misfits.map(({ says }) => says.zh).join('；'))
    this.misfits = misfits
  }
}

/**
 * Reads supplied facts against a program. Names the program does not ask for are left alone.
 * @throws WrongFacts with every value that does not fit
 */
export function readGiven(program: Program, facts: Facts): Given {
  const misfits: Misfit[] = []
  const known = new Map<FactName, Known>()
  for (const fact of Object.values(program.facts)) {
    const supplied = own(facts, fact.name)
    if (isMissing(supplied)) continue
    if (isUnavailable(supplied)) {
      known.set(fact.name, { state: 'unavailable' })
      continue
    }
    const read = readSupplied(fact, supplied)
    if ('misfit' in read) misfits.push(read.misfit)
    else known.set(fact.name, { state: 'known', value: read.value })
  }
  const truths = new Map<string, Truth>()
  for (const condition of Object.values(program.conditions))
    readTruths(condition, facts, { truths, misfits })
  if (misfits.length > 0) throw new WrongFacts(misfits)
  return { facts: known, truths }
}

type Reading = { readonly truths: Map<string, Truth>; readonly misfits: Misfit[] }

function readTruths(condition: Condition, facts: Facts, into: Reading): void {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'at-least':
      for (const member of condition.of) readTruths(member, facts, into)
      return
    case 'computed':
      return
    case 'evidenced':
      readTruth(condition.paper, facts, into)
      return
    case 'judged':
      readTruth(condition.name, facts, into)
  }
}

function readTruth(name: string, facts: Facts, into: Reading): void {
  const supplied = own(facts, name)
  const truth = truthOf(supplied)
  if (truth) into.truths.set(name, truth)
  else {
    into.misfits.push({
      fact: name,
      says: {
        zh: `${name}：应为 met 或 not-met（材料为 true 或 false）`,
        en: `${name}: must be met or not-met (a paper: true or false)`,
      },
    })
  }
}

function truthOf(supplied: Supplied | null): Truth | null {
  if (isMissing(supplied) || supplied === 'unknown') return 'unknown'
  if (isUnavailable(supplied)) return 'unavailable'
  if (supplied === true || supplied === 'met') return 'yes'
  // A paper that is not there is missing, not a failed condition; one refused is.
  if (supplied === false) return 'unknown'
  return supplied === 'not-met' ? 'no' : null
}

/** Only own names count: `constructor` is nobody's fact. */
function own(facts: Facts, name: string): Supplied | null {
  return Object.hasOwn(facts, name) ? (facts[name] ?? null) : null
}

function isMissing(supplied: Supplied | null): supplied is null {
  return supplied === null || supplied === ''
}

function isUnavailable(supplied: Supplied | null): supplied is { unavailable: string } {
  return typeof supplied === 'object' && supplied !== null && 'unavailable' in supplied
}
