import { permit, type Relation } from '../identity/index.ts'
import type { ReadTx } from '../kernel/index.ts'
import type { CaseId } from './ids.ts'
import { type OpenCase, readCase } from './open-case.ts'

/**
 * A case the viewer may look at. Row-level security has decided before; this says no in words.
 */
export async function readVisibleCase(tx: ReadTx, id: CaseId): Promise<OpenCase> {
  const open = await readCase(tx, id)
  const { party_id: party, district } = open.board
  const assigned = isReader(tx, open)
  permit(tx.actor, 'case.read', { party, district, assigned, ...officeReading(tx, open) })
  return open
}

/** Experts become readers of a case when they are assigned to it. */
function isReader({ actor }: ReadTx, open: OpenCase): boolean {
  return actor.kind === 'person' && open.data.readers.includes(actor.person)
}

/** An office that a measure lets act for another reads the cases that have come its way (受委托). */
function officeReading(
  { actor }: ReadTx,
  open: OpenCase,
): Pick<Relation, 'officeKey' | 'district'> {
  const posts = actor.kind === 'person' ? actor.posts : []
  const reading = posts.find((post) => open.data.readers.some((one) => one === post.office))
  if (!reading) return {}
  // The office a case was transferred from goes on reading it, in its own district's name.
  const { officeKey, district } = reading
  return district === null ? { officeKey } : { officeKey, district }
}
