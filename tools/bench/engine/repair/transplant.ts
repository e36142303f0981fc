import { movesOf } from '../../../../policy/src/repair/lever.ts'
import {
  evaluate,
  type Facts,
  type Program,
  type SuppliedRecord,
} from '../../../../policy/src/run.ts'
import type { Refusal } from './refused.ts'

type Row = SuppliedRecord

/**
 * Whether a refusal can be repaired at all, found without the search: everything a firm can change
 * is taken over whole from one donor after another (firms that pass, and cases already repaired),
 * on the day asked and on later days.
 */
export function repairable(
  program: Program,
  { service, facts, outcome }: Refusal,
  donors: { readonly facts: readonly Facts[]; readonly days: readonly string[] },
): boolean {
  const wasOpen = new Set(
    outcome.findings.filter(({ answer }) => answer === 'unknown').map((one) => one.condition),
  )
  return donors.days.some((on) =>
    donors.facts.some((donor) => {
      const again = evaluate(program, { service, facts: withParts(program, facts, donor), on })
      if (again.answer === 'not-met') return false
      return again.findings.every(
        (one) => one.of.length > 0 || one.answer !== 'unknown' || wasOpen.has(one.condition),
      )
    }),
  )
}

/** What the firm cannot change, or does not say, stays its own. */
function withParts(program: Program, own: Facts, donor: Facts): Facts {
  const taken = Object.values(program.facts).filter(
    (fact) =>
      movesOf(fact) && own[fact.name] !== undefined && own[fact.name] !== null && donor[fact.name],
  )
  const years = latestFrom(
    program,
    own.years as readonly Row[] | null,
    donor.years as readonly Row[],
  )
  return {
    ...own,
    ...Object.fromEntries(taken.map(({ name }) => [name, donor[name]])),
    ...(years && { years }),
  } as Facts
}

function latestFrom(program: Program, own: readonly Row[] | null, donor: readonly Row[] | null) {
  if (!own || own.length === 0 || !donor || donor.length === 0) return null
  const last = (rows: readonly Row[]) =>
    rows.reduce((so, row) => (Number(row.year) > Number(so.year) ? row : so))
  const [mine, theirs] = [last(own), last(donor)]
  const fields = Object.keys(program.records.years?.fields ?? {})
  const merged = fields.map((name) => [
    name,
    name === 'year' || mine[name] === undefined ? mine[name] : (theirs[name] ?? mine[name]),
  ])
  return own.map((row) => (row === mine ? Object.fromEntries(merged) : row))
}
