import type { ReadTx } from '../kernel/index.ts'
import { selectObjections } from './notice-store.ts'
import type { OpenCase } from './open-case.ts'
import { findStanding, takeUpAct } from './standing.ts'
import type { Viewer } from './viewer.ts'
import type { ObjectionView } from './views.ts'

/**
 * Objections to the case. The applicant reads the grounds, so as to be heard, but never who said
 * them; experts have nothing to do with objections.
 */
export async function viewObjections(
  tx: ReadTx,
  open: OpenCase,
  viewer: Viewer,
): Promise<ObjectionView[]> {
  if (!viewer.isParty && !viewer.isOfficer) return []
  const isHandled = !viewer.isParty && (await answersThem(tx, open))
  const rows = await selectObjections(tx, open.id)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    on: row.made_on,
    name: isHandled ? row.name : null,
    contact: isHandled ? row.contact : null,
    grounds: row.grounds,
    answered:
      row.answered_on === null
        ? null
        : {
            on: row.answered_on,
            upheld: row.upheld === true,
            reason: row.answer ?? '',
            by: row.answered_by ?? '',
          },
  }))
}

/** The post that looks into an objection must know whom to ask; nobody else does. */
async function answersThem(tx: ReadTx, open: OpenCase): Promise<boolean> {
  if (!findStanding(tx.actor, open.asked, 'answer-objection')) return false
  await takeUpAct(tx, open.asked, 'answer-objection')
  return true
}
