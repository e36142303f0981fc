import { type Change, type Program, whatWouldChange } from '@banfa/policy/run'
import type { PartyId, ReadTx } from '../kernel/index.ts'
import { entitlementsOf } from './entitlements-of.ts'
import { findGiven } from './entitlements-store.ts'
import { explainEntitlement } from './explain-entitlement.ts'
import { loadProgram } from './programs.ts'
import { programCalendar } from './working-days.ts'

type Explained = Awaited<ReturnType<typeof explainEntitlement>> & {
  readonly program: Program
  /** What would mend the refusal, each verified by running it again; none where it is none. */
  readonly repairs: readonly Change[]
}

/** Everything answered ahead for a party, each with its reasons by replay and the way to mend it. */
export async function explainedEntitlements(tx: ReadTx, party: PartyId): Promise<Explained[]> {
  const explained: Explained[] = []
  const { isWorking } = await programCalendar(tx)
  for (const { pack, service } of await entitlementsOf(tx, party)) {
    const { entitlement, outcome } = await explainEntitlement(tx, { party, pack, service })
    const program = await loadProgram(tx, entitlement)
    const facts = (await findGiven(tx, entitlement)) ?? {}
    const question = { service, facts, on: entitlement.on, workingDays: isWorking }
    const refused = outcome.answer === 'not-met'
    const repairs = refused ? whatWouldChange(program, question, outcome) : []
    explained.push({ entitlement, outcome, program, repairs })
  }
  return explained
}
