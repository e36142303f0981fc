import { type ReadTx, refusal } from '../kernel/index.ts'
import type { CaseId } from './ids.ts'
import { type NoticeWindow, windowOf } from './notice-window.ts'
import { readCase } from './open-case.ts'
import { permitAct } from './standing.ts'
import { refuseUnlessNext } from './turn.ts'

/** The window a notice over these cases would have if it were published today; refuses like publishing. */
export async function planNotice(tx: ReadTx, cases: readonly CaseId[]): Promise<NoticeWindow> {
  if (cases.length === 0) refusal('case.empty-notice', {}, { field: 'cases' })
  const listed = []
  for (const id of new Set(cases)) {
    const open = await readCase(tx, id)
    permitAct(tx.actor, open.asked, 'publicise')
    refuseUnlessNext(open, 'publicise')
    listed.push(open)
  }
  return windowOf(tx, listed)
}
