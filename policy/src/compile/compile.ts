import { check } from '../check/check.ts'
import { type Known, knownOf } from '../check/known.ts'
import { type Payable, payableOf } from '../check/payable.ts'
import { plain } from '../check/words.ts'
import { namedIn } from '../evaluate/facts-of.ts'
import type { WorkingDays } from '../evaluate/frame.ts'
import { formulasOf } from '../evaluate/worked-values.ts'
import { boundariesUntried } from '../examples/boundaries-untried.ts'
import { contentOf } from '../program/canonical.ts'
import { conditionsIn } from '../program/conditions-in.ts'
import type { Fact } from '../program/fact.ts'
import type { Program } from '../program/program.ts'
import type { ValueDefinition } from '../program/value-definition.ts'
import type { PackText } from '../syntax/pack-shapes.ts'
import type { QuotaText } from '../syntax/ranking-shape.ts'
import type { PackSource } from '../syntax/read-pack.ts'
import { type Complaint, Complaints } from '../text/complaint.ts'
import { compileCondition } from './compile-condition.ts'
import { compileService } from './compile-service.ts'
import {
  actionsOf,
  delegationsOf,
  dutiesOf,
  interpretationsOf,
  sanctionsOf,
  sourceOf,
  targetsOf,
  transitionalOf,
} from './declarations.ts'
import { rankingsOf } from './rankings.ts'
import { soundPart } from './sound-part.ts'

export type Compiled =
  /** With a program, only warnings. */
  | { readonly program: Program; readonly complaints: readonly Complaint[] }
  | { readonly program: null; readonly complaints: readonly Complaint[] }

/** Hashes text to hexadecimal sha-256; given by the caller, because the engine owns no machine. */
export type Sha256 = (text: string) => string

/**
 * Makes the program of a pack that has no error left; otherwise gives every complaint. The result
 * is frozen plain data; its digest names its content. With a calendar, examples try boundaries of
 * working days too; the program is the same.
 */
export function compile(
  source: PackSource,
  sha256: Sha256,
  workingDays: WorkingDays | null = null,
): Compiled {
  const complaints = check(source)
  const { pack } = source
  const errors = complaints.some(({ level }) => level === 'error')
  if (errors || !pack)
    return { program: null, complaints: [...complaints, ...alsoUntried(source, workingDays)] }
  const content = programOf(knownOf(source, new Complaints()), pack)
  const digest = sha256(contentOf(content))
  const program = deepFreeze({ ...content, digest })
  return {
    program,
    complaints: [...complaints, ...boundariesUntried(program, source, workingDays)],
  }
}

/** Boundaries without an example among what is sound in a pack that does not compile. */
function alsoUntried(source: PackSource, workingDays: WorkingDays | null): readonly Complaint[] {
  return boundariesUntried(soundPart(knownOf(source, new Complaints())), source, workingDays)
}

function programOf(known: Known, pack: PackText): Omit<Program, 'digest'> {
  const conditions = byName(
    known.source.conditions.map((text) => compileCondition(text, known.scope)),
  )
  const paid = payables(known)
  const counted = (pack.rankings ?? []).flatMap(({ quotas }) => (quotas?.of ?? []).map(byFact))
  const values = [...known.values.values(), ...paid.map(({ value }) => value)]
  const asked = askedFor(known, conditions, {
    values,
    facts: paid.flatMap(({ facts }) => facts),
    counted: counted.filter((name) => name !== null),
  })
  return {
    format: 1,
    pack: pack.pack,
    version: pack.version,
    title: plain(pack.title),
    issuer: pack.issuer,
    state: pack.state,
    validFrom: pack.validity.from,
    validUntil: pack.validity.until,
    offices: Object.fromEntries(
      Object.entries(pack.offices).map(([key, { title, level }]) => [
        key,
        { title: plain(title), level },
      ]),
    ),
    articles: (known.source.gist?.articles ?? []).map((article) => ({
      article: article.article as Program['articles'][number]['article'],
      chapter: plain(article.chapter),
      gist: plain(article.gist),
      mark: article.mark,
      reason: plain(article.reason),
      carriedBy: article['carried-by'],
    })),
    ...asked,
    conditions,
    services: byName(known.source.services.map((text) => compileService(text, known))),
    delegations: delegationsOf(pack),
    duties: dutiesOf(pack),
    sanctions: sanctionsOf(pack),
    interpretations: interpretationsOf(pack),
    source: sourceOf(pack),
    transitional: transitionalOf(pack),
    rankings: rankingsOf(pack),
    targets: targetsOf(pack),
    actions: actionsOf(pack),
  }
}

function payables(known: Known): readonly Payable[] {
  const place = { scope: known.scope, complaints: known.complaints }
  return known.source.services.flatMap((service) => {
    const payable = payableOf(service, { ...place, cite: service.cite })
    return payable ? [payable] : []
  })
}

type Worked = {
  readonly values: readonly ValueDefinition[]
  readonly facts: readonly Fact[]
  /** Facts by which a quota counts. */
  readonly counted: readonly string[]
}

/** The fact a quota counts by; the district of filing is no fact. */
function byFact({ within }: QuotaText): string | null {
  return within === undefined || within === 'district' ? null : within
}

/** Only the facts and records that a formula names, and every value with what it rests on. */
function askedFor(
  known: Known,
  conditions: Program['conditions'],
  { values, facts, counted }: Worked,
) {
  const formulas = [
    ...Object.values(conditions).flatMap(conditionsIn).flatMap(formulasOf),
    ...values.map(({ of }) => of),
  ]
  const named = namedIn({ kind: 'and', of: formulas })
  const paid = new Map(facts.map((fact) => [fact.name, fact]))
  const found = <T>(names: readonly string[], all: (name: string) => T | undefined) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const one = all(name)
        return one === undefined ? [] : [[name, one] as const]
      }),
    )
  return {
    facts: found(
      [...new Set([...named.facts, ...counted])],
      (name) => known.facts.get(name) ?? paid.get(name),
    ),
    records: found(named.records, (name) => known.records.get(name)),
    values: Object.fromEntries(values.map((value) => [value.name, value])),
  }
}

function byName<T extends { readonly name: string }>(
  things: readonly T[],
): Readonly<Record<string, T>> {
  return Object.fromEntries(things.map((thing) => [thing.name, thing]))
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) deepFreeze(part)
  }
  return value
}
