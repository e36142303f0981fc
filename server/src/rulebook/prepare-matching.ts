import type { PartyId, ReadTx, WriteTx } from '../kernel/index.ts'
import type { PartyFacts } from './entitlement.ts'
import { keepMatchedFacts, selectMatched } from './entitlements-store.ts'
import { matchedFacts } from './matched-facts.ts'
import { programsInForce } from './programs-in-force.ts'

/** Those of the parties whose facts some measure in force today has not read yet. */
export async function unprepared(tx: ReadTx, ids: readonly PartyId[]): Promise<PartyId[]> {
  const missing = new Set<PartyId>()
  for (const { digest } of await programsInForce(tx, tx.today)) {
    const there = await selectMatched(tx, digest, ids)
    for (const id of ids) if (!there.has(id)) missing.add(id)
  }
  return [...missing]
}

/** Keeps parties' facts as each measure in force reads them; `matchZone` then answers. */
export async function prepareMatching(tx: WriteTx, parties: readonly PartyFacts[]): Promise<void> {
  for (const program of await programsInForce(tx, tx.today)) {
    const matched = parties.map((one) => matchedFacts(program, one))
    await keepMatchedFacts(tx, program.digest, matched)
  }
}
