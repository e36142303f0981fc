import type { Expression } from '../program/expression.ts'
import type { Fact, Supplier } from '../program/fact.ts'
import { fieldsInOrder } from '../program/records.ts'
import type { Words } from '../program/words.ts'
import { printValue } from '../values/print.ts'
import type { Settling } from './evaluate.ts'
import { namedIn, restsOn } from './facts-of.ts'
import { work } from './formula.ts'
import type { Missing, Seen } from './outcome.ts'

/** What a formula looked at (its own names) and, while undecided, what it still waits for. */
export function reasonsFor(
  test: Expression,
  settling: Settling,
  decided: boolean,
): { readonly saw: readonly Seen[]; readonly missing: readonly Missing[] } {
  const { facts, scores, records, values } = namedIn(test)
  const saw: Seen[] = []
  const add = (one: Seen | null) => one && saw.push(one)
  for (const name of facts) add(seen(settling, { kind: 'fact', name }))
  for (const name of scores) add(seen(settling, { kind: 'score', name }))
  for (const name of records) add(seen(settling, { kind: 'records', name }))
  for (const name of values) add(seen(settling, { kind: 'value', name }))
  return { saw, missing: decided ? [] : missingIn(test, settling) }
}

type Named = { readonly kind: 'fact' | 'score' | 'records' | 'value'; readonly name: string }

/** What is known of a name, printed once a question however many formulas name it. */
function seen(settling: Settling, { kind, name }: Named): Seen | null {
  const printed = settling.seen[kind]
  const known = printed.get(name)
  if (known !== undefined) return known
  const now = SEE[kind](name, settling)
  printed.set(name, now)
  return now
}

type Printed = Map<string, Seen | null>

/** What was seen of each name once it is printed; null where nothing is known. */
export type SeenNames = Readonly<Record<Named['kind'], Printed>>

export const nothingSeen = (): SeenNames => ({
  fact: new Map(),
  score: new Map(),
  records: new Map(),
  value: new Map(),
})

const SEE = {
  fact: (name: string, { program, frame }: Settling): Seen | null => {
    const fact = program.facts[name]
    const known = frame.given.facts.get(name)
    if (!fact || known?.state !== 'known') return null
    return { fact: name, title: fact.title, value: printValue(fact, known.value) }
  },
  score: (name: string, { program, frame }: Settling): Seen | null => {
    const value = program.values[name]
    const known = frame.given.facts.get(name)
    if (!value || known?.state !== 'known') return null
    return { fact: name, title: value.title, value: printValue(value, known.value) }
  },
  records: (name: string, { program, frame }: Settling): Seen | null => {
    const records = program.records[name]
    const known = frame.given.records.get(name)
    if (!records || known?.state !== 'known') return null
    return { fact: name, title: records.title, value: `${known.rows.length}条` }
  },
  value: (name: string, { program, frame }: Settling): Seen | null => {
    const value = program.values[name]
    const result = work({ kind: 'value', name }, frame)
    if (!value || 'lacks' in result) return null
    return { fact: name, title: value.title, value: printValue(value, result.value) }
  },
} as const

/** Everything behind the formula that is not there yet, through the values it names. */
function missingIn(test: Expression, settling: Settling): readonly Missing[] {
  const { program, frame } = settling
  const all = restsOn(test, program.values)
  const facts = all.facts.flatMap((name) => {
    const fact = program.facts[name]
    const state = frame.given.facts.get(name)?.state ?? 'unknown'
    return fact && state !== 'known' ? [missing(fact, state, settling)] : []
  })
  const scores = all.scores.flatMap((name) => {
    const value = program.values[name]
    const known = frame.given.facts.get(name)?.state === 'known'
    return value?.scoredBy && !known
      ? [{ fact: name, title: value.title, from: value.scoredBy.by }]
      : []
  })
  return [
    ...facts,
    ...scores,
    ...all.records.flatMap((name) => missingRecords(name, all.fields, settling)),
  ]
}

/** Records that are not there, or of which some entry that the formula looks at is not filled in. */
function missingRecords(
  name: string,
  asked: readonly string[],
  settling: Settling,
): readonly Missing[] {
  const records = settling.program.records[name]
  const known = settling.frame.given.records.get(name)
  if (!records) return []
  if (known?.state !== 'known') return [missing(records, known?.state ?? 'unknown', settling)]
  const fields = fieldsInOrder(records).filter((field) => asked.includes(field.name))
  const gaps = fields.filter((field) => known.rows.some((row) => !row.has(field.name)))
  return gaps.map((field) => ({
    fact: name,
    title: {
      zh: `${records.title.zh}·${field.title.zh}`,
      en: `${records.title.en}: ${field.title.en}`,
    },
    from: records.from,
  }))
}

type Asked = { readonly name: string; readonly title: Words; readonly from: Supplier }

function missing(
  { name, title, from }: Asked | Fact,
  state: 'unknown' | 'unavailable',
  { frame }: Settling,
): Missing {
  const register = frame.given.registers.get(name)
  if (state === 'unknown') return { fact: name, title, from }
  return { fact: name, title, from: 'register', ...(register && { register }) }
}
