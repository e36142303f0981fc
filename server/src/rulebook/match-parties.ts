import { evaluateAmong, namesBehind, type Program, rivalsOf } from '@banfa/policy/run'
import type { WriteTx } from '../kernel/index.ts'
import { entitlementOf } from './answered.ts'
import type { Matched, PartyFacts } from './entitlement.ts'
import { keepEntitlements, keepMatchedFacts } from './entitlements-store.ts'
import { servicesFor } from './match-kept.ts'
import { type MatchedFacts, matchedFacts } from './matched-facts.ts'
import { programsInForce } from './programs-in-force.ts'
import { type ProgramCalendar, programCalendar } from './working-days.ts'

/** Whose answers are made anew, and under which names something changed (all, when left out). */
export type Matching = {
  readonly parties: readonly PartyFacts[]
  readonly changed?: readonly string[]
}

/**
 * Answers the services in force today for some parties with the interpreter, only those that rest on
 * what changed, and keeps the answers and the facts they were read from.
 */
export async function matchParties(tx: WriteTx, matching: Matching): Promise<Matched> {
  const calendar = await programCalendar(tx)
  let answers = 0
  for (const program of await programsInForce(tx, tx.today)) {
    const services = servicesOn(program, matching.changed)
    if (services.length === 0) continue
    const matched = matching.parties.map((one) => matchedFacts(program, one))
    await keepMatchedFacts(tx, program.digest, matched)
    answers += await answered(tx, { program, services, matched, calendar })
  }
  return { parties: matching.parties.length, answers }
}

/** The dependency index: services that rest on one of the names, themselves or by what excludes them. */
function servicesOn(program: Program, changed: readonly string[] | undefined): readonly string[] {
  const all = Object.keys(program.services)
  if (!changed) return all
  const touched = (one: string) => namesBehind(program, one).some((name) => changed.includes(name))
  return all.filter((one) => [one, ...rivalsOf(program, one)].some(touched))
}

type Asked = {
  readonly program: Program
  readonly services: readonly string[]
  readonly matched: readonly MatchedFacts[]
  readonly calendar: ProgramCalendar
}

async function answered(tx: WriteTx, { program, services, matched, calendar }: Asked) {
  const found = matched.flatMap(({ of, given }) =>
    servicesFor(program, of.kind)
      .filter((service) => services.includes(service))
      .map((service) => {
        const question = { service, facts: given, on: tx.today, workingDays: calendar.isWorking }
        return entitlementOf(tx, of, { program, outcome: evaluateAmong(program, question) })
      }),
  )
  await keepEntitlements(tx, found)
  return found.length
}
