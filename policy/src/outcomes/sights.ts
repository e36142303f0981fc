import { readerOf } from '../columns/append.ts'
import { type Named, namedIn, restsOn } from '../evaluate/facts-of.ts'
import type { Result } from '../evaluate/frame.ts'
import type { Facts, Missing, Seen } from '../evaluate/outcome.ts'
import { SCORED_AS } from '../lower/layout.ts'
import type { Expression } from '../program/expression.ts'
import type { Supplier } from '../program/fact.ts'
import type { Program } from '../program/program.ts'
import type { Words } from '../program/words.ts'
import { printValue } from '../values/print.ts'
import { type AtHand, isMissing, registerIn } from './at-hand.ts'
import { printerOf } from './printed.ts'

/** What a formula looked at, and what it waits for while it is undecided. */
export type Sights = {
  readonly saw: (at: AtHand) => readonly Seen[]
  readonly missing: (at: AtHand) => readonly Missing[]
}

type See = (at: AtHand) => Seen | null
type Lack = (at: AtHand) => readonly Missing[]

/** Every name of a program with the way it is printed, made once. */
export type SightBook = {
  readonly program: Program
  readonly result: (name: string, at: AtHand) => Result
  readonly see: Map<string, See>
  readonly lack: Map<string, Lack>
}

export function sightsOf(book: SightBook, test: Expression): Sights {
  const see = each(namedIn(test), (kind, name) => seeing(book, kind, name))
  const rests = restsOn(test, book.program.values)
  const lack = each(rests, (kind, name) => lacking(book, { kind, name, fields: rests.fields }))
  return {
    saw: (at) => {
      const saw: Seen[] = []
      for (const one of see) {
        const seen = one(at)
        if (seen) saw.push(seen)
      }
      return saw
    },
    missing: (at) => lack.flatMap((one) => one(at)),
  }
}

type Kind = 'fact' | 'score' | 'records' | 'value'

/** In the order in which the interpreter's reasons go. */
function each<T>(named: Named, make: (kind: Kind, name: string) => T | null): readonly T[] {
  const all = [
    ...named.facts.map((name) => make('fact', name)),
    ...named.scores.map((name) => make('score', name)),
    ...named.records.map((name) => make('records', name)),
    ...named.values.map((name) => make('value', name)),
  ]
  return all.filter((one) => one !== null)
}

/** A sight of a name, kept while a question lasts. */
function seeing(book: SightBook, kind: Kind, name: string): See {
  const key = `${kind} ${name}`
  const known = book.see.get(key)
  if (known) return known
  const place = book.see.size
  const see = SEE[kind](book, name)
  const made: See = (at) => {
    const before = at.seen[place]
    if (before !== undefined) return before
    const now = see(at)
    at.seen[place] = now
    return now
  }
  book.see.set(key, made)
  return made
}

const NOTHING: See = () => null

const SEE: Readonly<Record<Kind, (book: SightBook, name: string) => See>> = {
  fact: ({ program }, name) => {
    const fact = program.facts[name]
    return fact ? supplied(fact.title, name, printerOf(fact)) : NOTHING
  },
  score: ({ program }, name) => {
    const value = program.values[name]
    if (!value) return NOTHING
    const { title, unit, options } = value
    return supplied(
      title,
      name,
      printerOf({ ...SCORED_AS, name, title, ask: title, unit, options }),
    )
  },
  records: ({ program }, name) => {
    const records = program.records[name]
    if (!records) return NOTHING
    return ({ given }) => {
      const list = given(name)
      return Array.isArray(list)
        ? { fact: name, title: records.title, value: `${list.length}条` }
        : null
    }
  },
  value: ({ program, result }, name) => {
    const value = program.values[name]
    if (!value) return NOTHING
    return (at) => {
      const worked = result(name, at)
      if ('lacks' in worked) return null
      return { fact: name, title: value.title, value: printValue(value, worked.value) }
    }
  },
}

function supplied(title: Words, name: string, print: ReturnType<typeof printerOf>): See {
  return ({ given }) => {
    const one = given(name)
    if (isMissing(one) || registerIn(one) !== null) return null
    const value = print(one)
    return value === null ? null : { fact: name, title, value }
  }
}

/** What may be lacking; of records, only the fields that the formula looks at. */
type Lackable = {
  readonly kind: Kind
  readonly name: string
  readonly fields: readonly string[]
}

function lacking(book: SightBook, { kind, name, fields }: Lackable): Lack | null {
  const looked = kind === 'records' ? fields : []
  const key = [kind, name, ...looked].join(' ')
  const known = book.lack.get(key) ?? LACK[kind](book.program, name, looked)
  if (known) book.lack.set(key, known)
  return known
}

const NONE: readonly Missing[] = []

type LackOf = (program: Program, name: string, fields: readonly string[]) => Lack | null

const LACK: Readonly<Record<Kind, LackOf>> = {
  fact: ({ facts }, name) => {
    const fact = facts[name]
    return fact ? (at) => unlessGiven(at, name, fact) : null
  },
  score: ({ values }, name) => {
    const value = values[name]
    if (!value?.scoredBy) return null
    const missing = [{ fact: name, title: value.title, from: value.scoredBy.by }]
    return ({ given }) => {
      const one = given(name)
      return isMissing(one) || registerIn(one) !== null ? missing : NONE
    }
  },
  records: ({ records }, name, fields) => {
    const list = records[name]
    if (!list) return null
    const looked = Object.values(list.fields).filter((field) => fields.includes(field.name))
    const gaps = looked.map((field) => ({
      name: field.name,
      missing: { fact: name, title: within(list.title, field.title), from: list.from },
    }))
    return (at) => {
      const rows = at.given(name)
      if (!Array.isArray(rows)) return unlessGiven(at, name, list)
      return gaps
        .filter((gap) => rows.some((row: Facts) => isMissing(readerOf(row)(row, gap.name))))
        .map(({ missing }) => missing)
    }
  },
  value: () => null,
}

const within = (outer: Words, inner: Words): Words => ({
  zh: `${outer.zh}·${inner.zh}`,
  en: `${outer.en}: ${inner.en}`,
})

type Asked = { readonly title: Words; readonly from: Supplier }

function unlessGiven({ given }: AtHand, name: string, { title, from }: Asked): readonly Missing[] {
  const one = given(name)
  if (isMissing(one)) return [{ fact: name, title, from }]
  const register = registerIn(one)
  if (register === null) return NONE
  return [{ fact: name, title, from: 'register', ...(register && { register }) }]
}
