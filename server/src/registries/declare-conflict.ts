import type { PartyId, PersonId, WriteTx } from '../kernel/index.ts'

export async function declareConflict(
  tx: WriteTx,
  input: { expert: PersonId; party: PartyId; reason: string },
): Promise<void> {
  throw new Error(`not built yet: ${String([tx, input])}`)
}
