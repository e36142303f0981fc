import { namesAnswered } from '../program/conditions-in.ts'
import type { Fact, FactName } from '../program/fact.ts'
import type { Program } from '../program/program.ts'
import type { Records, RecordsName } from '../program/records.ts'
import type { ValueDefinition } from '../program/value-definition.ts'
import { type Misfit, type Read, readSupplied, surelyFits } from '../values/supplied.ts'
import type { Truth } from '../values/truth.ts'
import type { Value } from '../values/value.ts'
import type { Facts, Supplied } from './outcome.ts'

/** What is known of one name. */
export type Known =
  | { readonly state: 'known'; readonly value: Value }
  | { readonly state: 'unknown' }
  | { readonly state: 'unavailable' }

type KnownRecords =
  | { readonly state: 'known'; readonly rows: readonly ReadonlyMap<FactName, Known>[] }
  | { readonly state: 'unknown' }
  | { readonly state: 'unavailable' }

/** The supplied facts, read once: values by fact, truths by paper and by judged condition. */
export type Given = {
  /** Facts, and scores that persons gave, by name. */
  readonly facts: ReadonlyMap<FactName, Known>
  readonly records: ReadonlyMap<RecordsName, KnownRecords>
  readonly truths: ReadonlyMap<string, Truth>
  /** Registers that did not answer, by the name of what was asked of them. */
  readonly registers: ReadonlyMap<string, string>
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

type Reading = {
  readonly facts: Map<FactName, Known>
  readonly records: Map<RecordsName, KnownRecords>
  readonly truths: Map<string, Truth>
  readonly registers: Map<string, string>
  readonly misfits: Misfit[]
}

function emptyReading(): Reading {
  return {
    facts: new Map(),
    records: new Map(),
    truths: new Map(),
    registers: new Map(),
    misfits: [],
  }
}

/** What a program asks for, listed once: programs are frozen. */
type AskedFor = {
  readonly facts: readonly Fact[]
  readonly scores: readonly ValueDefinition[]
  readonly records: readonly Records[]
}

/** As much of a program as says what it asks for. */
type Asking = Pick<Program, 'facts' | 'values' | 'records' | 'conditions'>

const listed = new WeakMap<Asking, AskedFor>()

function askedBy(program: Asking): AskedFor {
  const known = listed.get(program) ?? {
    facts: Object.values(program.facts),
    scores: Object.values(program.values).filter(({ scoredBy }) => scoredBy),
    records: Object.values(program.records),
  }
  listed.set(program, known)
  return known
}

/**
 * Reads supplied facts against a program. Names the program does not ask for are left alone: one
 * set of facts serves many programs (`unknownNames` tells them).
 * @throws WrongFacts with every value that does not fit
 */
export function readGiven(program: Asking, facts: Facts): Given {
  const into = emptyReading()
  const { facts: asked, scores, records: lists } = askedBy(program)
  for (const fact of asked) {
    const known = readFact(fact, own(facts, fact.name), into)
    if (known) into.facts.set(fact.name, known)
  }
  for (const value of scores) readScore(value, facts, into)
  for (const records of lists) readRecords(records, facts, into)
  for (const name of namesAnswered(program)) readTruth(name, facts, into)
  if (into.misfits.length > 0) throw new WrongFacts(into.misfits)
  return into
}

/** Names in `facts` that nothing in the program asks for: most often a slip of the pen. */
export function unknownNames(program: Program, facts: Facts): readonly string[] {
  const known = new Set(namesAsked(program))
  return Object.keys(facts).filter((name) => !known.has(name))
}

/** Every name a program may be given something under. */
export function namesAsked(program: Program): readonly string[] {
  const papers = Object.values(program.services).flatMap(({ papers: list }) => list)
  return [
    ...Object.keys(program.facts),
    ...Object.keys(program.records),
    ...Object.values(program.values).flatMap(({ name, scoredBy }) => (scoredBy ? [name] : [])),
    ...namesAnswered(program),
    ...papers.map(({ name }) => name),
  ]
}

function readFact(fact: Fact, supplied: Supplied | null, into: Reading): Known | null {
  if (isMissing(supplied)) return null
  if (isUnavailable(supplied)) {
    into.registers.set(fact.name, supplied.unavailable)
    return { state: 'unavailable' }
  }
  if (surelyFits(fact, supplied)) return new Later(fact, supplied)
  const read = readSupplied(fact, supplied)
  if ('value' in read) return { state: 'known', value: read.value }
  into.misfits.push(read.misfit)
  return null
}

/** A number that is sure to fit: most of many are never asked for, so it is read by who does. */
class Later {
  readonly state = 'known'
  readonly #fact: Fact
  readonly #given: number
  #value: Value | null = null

  constructor(fact: Fact, given: number) {
    this.#fact = fact
    this.#given = given
  }

  get value(): Value {
    this.#value ??= valueIn(readSupplied(this.#fact, this.#given))
    return this.#value
  }
}

function valueIn(read: Read): Value {
  if ('value' in read) return read.value
  throw new WrongFacts([read.misfit])
}

/** A score is a plain number; whether it lies in its range is the evaluator's business. */
function readScore(definition: ValueDefinition, facts: Facts, into: Reading): void {
  if (!definition.scoredBy) return
  const { name, title } = definition
  const known = readFact({ ...SCORE, name, title, ask: title }, own(facts, name), into)
  if (known) into.facts.set(name, known)
}

const SCORE = {
  type: 'number',
  unit: null,
  options: [],
  subject: 'party',
  from: 'applicant',
  sensitivity: 'internal',
  help: null,
} as const

function readRecords(records: Records, facts: Facts, into: Reading): void {
  const supplied = own(facts, records.name)
  if (isMissing(supplied)) return
  if (isUnavailable(supplied)) {
    into.registers.set(records.name, supplied.unavailable)
    into.records.set(records.name, { state: 'unavailable' })
    return
  }
  if (!Array.isArray(supplied) || supplied.some((row) => typeof row !== 'object' || row === null)) {
    into.misfits.push(misfit(records, '应为记录的列表', 'must be a list of records'))
    return
  }
  const rows = supplied.map((row: Facts, at) => {
    const before = into.misfits.length
    const read = readRow(records, row, into)
    for (const [index, wrong] of into.misfits.slice(before).entries()) {
      into.misfits[before + index] = { ...wrong, row: at }
    }
    return read
  })
  into.records.set(records.name, { state: 'known', rows })
  checkKeys(records, rows, into)
}

/** What is wrong with one list of records, for a form or an example; nothing when it fits. */
export function misfitsOf(records: Records, supplied: Supplied | null): readonly Misfit[] {
  const into = emptyReading()
  readRecords(records, { [records.name]: supplied }, into)
  return into.misfits
}

function readRow(records: Records, row: Facts, into: Reading): ReadonlyMap<FactName, Known> {
  const fields = new Map<FactName, Known>()
  for (const field of Object.values(records.fields)) {
    const known = readFact(field, own(row, field.name), into)
    if (known) fields.set(field.name, known)
  }
  return fields
}

/** A keyed record bears its key, and no two bear the same. */
function checkKeys(
  records: Records,
  rows: readonly ReadonlyMap<FactName, Known>[],
  into: Reading,
): void {
  const { key } = records
  if (key === null) return
  const keys = rows.map((row) => {
    const known = row.get(key)
    return known?.state === 'known' && known.value.kind === 'quantity' ? known.value.amount : null
  })
  if (keys.some((one) => one?.under !== '1')) {
    const name = records.fields[key]?.title ?? records.title
    into.misfits.push(
      misfit(
        records,
        `每条记录都要有${name.zh}（整数）`,
        `each record needs its ${name.en}, a whole number`,
      ),
    )
  }
  if (new Set(keys.map((one) => one?.over)).size < keys.length) {
    into.misfits.push(misfit(records, '有两条记录属于同一年度', 'two records bear the same key'))
  }
}

function misfit({ name, title }: Records, zh: string, en: string): Misfit {
  return { fact: name, says: { zh: `${title.zh}：${zh}`, en: `${title.en}: ${en}` } }
}

function readTruth(name: string, facts: Facts, into: Reading): void {
  const supplied = own(facts, name)
  const truth = truthOf(supplied)
  if (isUnavailable(supplied)) into.registers.set(name, supplied.unavailable)
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
  return (
    typeof supplied === 'object' &&
    supplied !== null &&
    'unavailable' in supplied &&
    typeof supplied.unavailable === 'string'
  )
}
