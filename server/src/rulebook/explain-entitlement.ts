import { type Repair, smallestRepair } from '@banfa/policy/repair'
import { evaluateAmong, type Outcome, type Question } from '@banfa/policy/run'
import { type PartyId, type ReadTx, refusal } from '../kernel/index.ts'
import { entitlementOf } from './answered.ts'
import type { Entitlement } from './entitlement.ts'
import { findGiven, selectEntitlements } from './entitlements-store.ts'
import { loadProgram } from './programs.ts'
import { programCalendar } from './working-days.ts'

export type EntitlementAsked = {
  readonly party: PartyId
  readonly pack: string
  readonly service: string
}

export type Explained = {
  readonly entitlement: Entitlement
  readonly outcome: Outcome
  /** What would change a refusal; null where nothing the firm can do was found, or nothing need be. */
  readonly repair: Repair | null
}

/**
 * Why a kept answer is what it is: the same program on the same facts and day, by the interpreter,
 * checked against what was kept. Refuses `rulebook.entitlement-not-found`; an answer that cannot be
 * had again is a fault, never glossed over.
 */
export async function explainEntitlement(tx: ReadTx, asked: EntitlementAsked): Promise<Explained> {
  const all = await selectEntitlements(tx, asked.party)
  const entitlement = all.find(
    ({ pack, service }) => pack === asked.pack && service === asked.service,
  )
  const given = entitlement && (await findGiven(tx, entitlement))
  if (!entitlement || !given) {
    return refusal('rulebook.entitlement-not-found', { pack: asked.pack, service: asked.service })
  }
  const program = await loadProgram(tx, entitlement)
  const { isWorking } = await programCalendar(tx)
  const { service, on } = entitlement
  const question: Question = { service, facts: given, on, workingDays: isWorking }
  const outcome = evaluateAmong(program, question)
  const again = entitlementOf(tx, entitlement, { program, outcome })
  const same = again.codes === entitlement.codes && again.payable === entitlement.payable
  if (!same || program.digest !== entitlement.digest) {
    throw new Error(`${asked.pack} ${service}: kept ${entitlement.codes}, now ${again.codes}`)
  }
  return { entitlement, outcome, repair: smallestRepair(program, question, outcome) }
}
