import type { Program } from '@banfa/policy/run'
import type { PartyId, ReadTx } from '../kernel/index.ts'
import { entitlementsOf } from './entitlements-of.ts'
import { type Explained, explainEntitlement } from './explain-entitlement.ts'
import { loadProgram } from './programs.ts'

type WithProgram = Explained & { readonly program: Program }

/** Everything answered ahead for a party, each with its reasons by replay and what would mend it. */
export async function explainedEntitlements(tx: ReadTx, party: PartyId): Promise<WithProgram[]> {
  const explained: WithProgram[] = []
  for (const { pack, service } of await entitlementsOf(tx, party)) {
    const one = await explainEntitlement(tx, { party, pack, service })
    explained.push({ ...one, program: await loadProgram(tx, one.entitlement) })
  }
  return explained
}
