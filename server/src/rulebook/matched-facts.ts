import { type Facts, type Program, paidFacts, WrongFacts } from '@banfa/policy/run'
import { type FactRows, factRows, POSTGRESQL, statedIn } from '@banfa/policy/sql'
import type { PartyFacts } from './entitlement.ts'

/** A party's facts as a program reads them: what fits, in typed rows, and the names left out. */
export type MatchedFacts = {
  readonly of: PartyFacts
  readonly given: Facts
  readonly rows: FactRows
  readonly stated: readonly string[]
  readonly leftOut: readonly string[]
}

/** Facts that do not fit the program's are left out and named: they count as missing. */
export function matchedFacts(program: Program, of: PartyFacts): MatchedFacts {
  const facts = { ...of.facts, ...paidFacts(program, of.paid ?? null) }
  const leftOut = misfitting(program, facts)
  const fitting = Object.entries(facts).filter(([name]) => !leftOut.includes(name))
  const given: Facts = Object.fromEntries(fitting)
  const rows = factRows(program, given, POSTGRESQL)
  return { of, given, rows, stated: statedIn(rows), leftOut }
}

function misfitting(program: Program, facts: Facts): readonly string[] {
  try {
    factRows(program, facts, POSTGRESQL)
    return []
  } catch (problem) {
    if (!(problem instanceof WrongFacts)) throw problem
    return listsAndFacts(program, problem)
  }
}

/** A wrong field of a record takes its whole list with it: half a list would be another answer. */
function listsAndFacts(program: Program, { misfits }: WrongFacts): readonly string[] {
  const fields = new Map(
    Object.values(program.records).flatMap(({ name, fields: own }) =>
      Object.keys(own).map((field) => [field, name] as const),
    ),
  )
  return [...new Set(misfits.flatMap(({ fact }) => [fact, fields.get(fact) ?? fact]))]
}
