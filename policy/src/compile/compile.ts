import { check } from '../check/check.ts'
import { type Known, knownOf, plain } from '../check/known.ts'
import { namedIn } from '../evaluate/facts-of.ts'
import { formulasOf } from '../evaluate/worked-values.ts'
import { contentOf } from '../program/canonical.ts'
import { conditionsIn } from '../program/conditions-in.ts'
import type { Fact } from '../program/fact.ts'
import type { Program } from '../program/program.ts'
import type { PackText } from '../syntax/pack-shapes.ts'
import type { PackSource } from '../syntax/read-pack.ts'
import { type Complaint, Complaints } from '../text/complaint.ts'
import { compileCondition } from './compile-condition.ts'
import { compileService } from './compile-service.ts'
import { delegationsOf, dutiesOf, interpretationsOf, sanctionsOf } from './declarations.ts'

export type Compiled =
  | { readonly program: Program; readonly complaints: readonly [] }
  | { readonly program: null; readonly complaints: readonly Complaint[] }

/** Hashes text to hexadecimal sha-256; given by the caller, because the engine owns no machine. */
export type Sha256 = (text: string) => string

/**
 * Makes the program of a pack that has no complaint left; otherwise gives all of them. The result
 * is frozen plain data; its digest names its content.
 */
export function compile(source: PackSource, sha256: Sha256): Compiled {
  const complaints = check(source)
  const { pack } = source
  if (complaints.length > 0 || !pack) return { program: null, complaints }
  const content = programOf(knownOf(source, new Complaints()), pack)
  const digest = sha256(contentOf(content))
  return { program: deepFreeze({ ...content, digest }), complaints: [] }
}

function programOf(known: Known, pack: PackText): Omit<Program, 'digest'> {
  const conditions = byName(
    known.source.conditions.map((text) => compileCondition(text, known.scope)),
  )
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
    facts: factsAsked(known, conditions),
    records: {},
    values: {},
    conditions,
    services: byName(known.source.services.map(compileService)),
    delegations: delegationsOf(pack),
    duties: dutiesOf(pack),
    sanctions: sanctionsOf(pack),
    interpretations: interpretationsOf(pack),
  }
}

/** Only the facts of the vocabulary that a condition names. */
function factsAsked(
  known: Known,
  conditions: Program['conditions'],
): Readonly<Record<string, Fact>> {
  const names = Object.values(conditions)
    .flatMap(conditionsIn)
    .flatMap(formulasOf)
    .flatMap((formula) => namedIn(formula).facts)
  return Object.fromEntries(
    [...new Set(names)].flatMap((name) => {
      const fact = known.facts.get(name)
      return fact ? [[name, fact]] : []
    }),
  )
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
