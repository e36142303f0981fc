import { closuresFor } from '../closures/closures.ts'
import { appenderTo, readerOf } from '../columns/append.ts'
import type { Asked } from '../columns/machine.ts'
import { overOneRow, type Row } from '../columns/one-row.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { work } from '../evaluate/formula.ts'
import { readGiven } from '../evaluate/given.ts'
import type { Facts, Finding, Outcome, Worked } from '../evaluate/outcome.ts'
import { payableFrom } from '../evaluate/payable.ts'
import { rowHit, valuesBehind } from '../evaluate/worked-values.ts'
import type { Plan } from '../lower/lower.ts'
import type { Id } from '../lower/op.ts'
import { conditionsIn } from '../program/conditions-in.ts'
import type { Program } from '../program/program.ts'
import type { Service } from '../program/service.ts'
import type { ValueDefinition } from '../program/value-definition.ts'
import type { Day } from '../values/day.ts'
import { printValue } from '../values/print.ts'
import type { AtHand } from './at-hand.ts'
import { answerIn, firstThatHolds, type Source, teller, truthOf } from './findings.ts'
import { idsOf, resultIn } from './results.ts'
import { type SightBook, sightsOf } from './sights.ts'

/** Whole outcomes of the services named, for one set of facts. */
export type RowOutcomes = (facts: Facts, services: readonly string[]) => readonly Outcome[]

/**
 * What `evaluate` gives, some times faster where one program is asked again and again: truths and
 * values come from closures, and every finding is told by a template made once. What doubles do not
 * hold exactly the interpreter works out, name by name; what no column holds it answers whole.
 * @throws WrongFacts when a supplied value does not fit its fact
 * @throws RangeError when the program has no such service, or `on` is no day
 */
export function rowOutcomes(plan: Plan, asked: Asked): RowOutcomes {
  const { program } = plan
  const slowly: RowOutcomes = (facts, services) =>
    services.map((service) => evaluate(program, questionOf(asked, facts, service)))
  if (bearsTwoOfAName(program)) return slowly
  return overOneRow<readonly string[], readonly Outcome[]>(plan, asked, {
    odd: (_, facts, services) => slowly(facts, services),
    bind: (row) => {
      const answering = answeringFor(row, asked)
      return {
        read: appenderTo(row.columns, program).append,
        run: (facts, services) => {
          const at = atHand(row, asked, facts)
          return services.map((service) => answering(service)(at))
        },
      }
    },
  })
}

function questionOf({ on, workingDays }: Asked, facts: Facts, service: string) {
  return { service, facts, on, ...(workingDays && { workingDays }) }
}

/** A field that is called like a fact shares its register's name there: the interpreter's case. */
function bearsTwoOfAName({ facts, records, values, conditions }: Program): boolean {
  const fields = Object.values(records).flatMap((one) => Object.keys(one.fields))
  const scores = Object.values(values).flatMap(({ name, scoredBy }) => (scoredBy ? [name] : []))
  const answered = Object.values(conditions)
    .flatMap(conditionsIn)
    .map((one) => (one.kind === 'evidenced' ? one.paper : one.name))
  const others = new Set([...Object.keys(facts), ...Object.keys(records), ...scores, ...answered])
  return (
    fields.some((name) => others.has(name)) || scores.some((name) => Object.hasOwn(facts, name))
  )
}

function atHand({ plan }: Row, { on, workingDays = null }: Asked, facts: Facts): AtHand {
  const read = readerOf(facts)
  let frame: ReturnType<AtHand['frame']> | null = null
  const made = () => ({
    program: plan.program,
    given: readGiven(plan.program, facts),
    on: on as Day,
    workingDays,
    record: null,
    worked: new Map(),
  })
  return {
    facts,
    given: (name) => read(facts, name),
    seen: [],
    worked: [],
    frame: () => {
      frame ??= made()
      return frame
    },
  }
}

type Answering = (at: AtHand) => Outcome

/** One service each, made when it is first asked; all share registers and what was seen. */
function answeringFor(row: Row, { on }: Asked): (service: string) => Answering {
  const { plan } = row
  const r = new Float64Array(plan.ops.length)
  const book = bookOver(row, r)
  const known = new Map<string, Answering>()
  return (name) => {
    const before = known.get(name)
    if (before) return before
    const { services } = plan.program
    const service = Object.hasOwn(services, name) ? services[name] : undefined
    if (!service) throw new RangeError(`no such service: ${name}`)
    const answering = serviceOver(row, { plan, service, r, book }, on)
    known.set(name, answering)
    return answering
  }
}

function bookOver({ plan, columns }: Row, r: Float64Array): SightBook {
  const places = new Map(Object.keys(plan.program.values).map((name, place) => [name, place]))
  const result: SightBook['result'] = (name, at) => {
    const place = places.get(name) ?? 0
    const before = at.worked[place]
    if (before) return before
    const term = plan.values.get(name)
    const quick = term && resultIn(r, term, columns.dictionary.values)
    const now = quick ?? work({ kind: 'value', name }, at.frame())
    at.worked[place] = now
    return now
  }
  return { program: plan.program, result, see: new Map(), lack: new Map() }
}

function serviceOver({ columns, machine }: Row, source: Source, on: string): Answering {
  const { plan, service, r, book } = source
  const { program } = plan
  const root = program.conditions[service.needs]
  if (!root) throw new RangeError(`no such service: ${service.name}`)
  const values = valuesBehind(program, service, root)
  const wanted = wantedBy(plan, service, values)
  const { run } = closuresFor(plan, { columns, machine, wanted, r })
  const tell = teller(source, root)
  const workers = values.map((definition) => workedOver(source, definition))
  const t = truthOf(plan, root.name)
  const { pack, version, digest } = program
  const about = { service: service.name, pack, version, digest, on }
  return (at) => {
    run(0)
    const findings: Finding[] = []
    tell(at, findings)
    const worked = workers.map((one) => one(at))
    const { pays } = service
    const paid = pays ? payableFrom(pays, (name) => book.result(name, at), on) : null
    return { ...about, answer: answerIn(r, t), findings, values: worked, pays: paid }
  }
}

/** The operations a service's outcome is read from. */
function wantedBy(
  plan: Plan,
  { needs }: Service,
  values: readonly ValueDefinition[],
): readonly Id[] {
  const root = plan.program.conditions[needs]
  const conditions = root ? conditionsIn(root).map(({ name }) => name) : []
  const names = values.map(({ name }) => name)
  const terms = names.flatMap((name) => plan.values.get(name) ?? [])
  return [
    ...conditions.map((name) => truthOf(plan, name)),
    ...conditions.flatMap((name) => plan.variants.get(name) ?? []),
    ...names.flatMap((name) => plan.rows.get(name) ?? []),
    ...terms.flatMap(idsOf),
  ]
}

function workedOver(
  { plan, r, book }: Source,
  definition: ValueDefinition,
): (at: AtHand) => Worked {
  const { name, title, cite, of, parts } = definition
  const { saw, missing } = sightsOf(book, of)
  const rows = plan.rows.get(name)
  const printed = of.kind === 'table' ? of.rows.map((row) => row.printed.join(' · ')) : []
  const rowOf = (at: AtHand) => {
    if (!rows) return of.kind === 'table' ? rowHit(of, at.frame()) : null
    const hit = firstThatHolds(r, rows)
    return hit === null ? null : (printed[hit] ?? null)
  }
  return (at) => {
    const result = book.result(name, at)
    const lacks = 'lacks' in result ? result.lacks : null
    return {
      value: name,
      title,
      cite,
      gives: 'value' in result ? printValue(definition, result.value) : null,
      lacks,
      row: rowOf(at),
      saw: saw(at),
      missing: lacks === null ? [] : missing(at),
      of: parts,
    }
  }
}
