import { mayAct, permit } from '../identity/index.ts'
import { type ReadTx, refusal } from '../kernel/index.ts'
import type { CaseId } from './ids.ts'
import { type OpenCase, readCase } from './open-case.ts'

/**
 * A case the viewer may look at. What an applicant is still writing is theirs alone: for everybody
 * else a draft is not there. Row-level security has decided before; this says no in words.
 */
export async function readVisibleCase(tx: ReadTx, id: CaseId): Promise<OpenCase> {
  const open = await readCase(tx, id)
  const { party_id: party, district } = open.board
  if (open.state.filings === 0 && !mayAct(tx.actor, 'case.start', { party })) {
    refusal('case.not-found')
  }
  permit(tx.actor, 'case.read', { party, district, assigned: isReader(tx, open) })
  return open
}

/** Experts become readers of a case when they are assigned to it. */
function isReader({ actor }: ReadTx, open: OpenCase): boolean {
  return actor.kind === 'person' && open.data.readers.includes(actor.person)
}
