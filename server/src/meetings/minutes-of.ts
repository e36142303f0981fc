import { type FolderFile, folderFiles } from '../documents/index.ts'
import { mayAct } from '../identity/index.ts'
import { listRecordOfKind, type ReadTx } from '../kernel/index.ts'
import { foldMeeting, type MeetingId } from './meeting.ts'
import { subjectOf } from './meeting-store.ts'

/**
 * The minutes of the closed meetings that had the case on their agenda, for its file; none for
 * whoever may not read meetings.
 */
export async function minutesOf(tx: ReadTx, caseId: string): Promise<FolderFile[]> {
  if (!mayAct(tx.actor, 'meeting.read')) return []
  const entries = await listRecordOfKind(tx, 'meeting')
  const files: FolderFile[] = []
  for (const [id, of] of Map.groupBy(entries, ({ subject }) => subject.id as MeetingId)) {
    const state = foldMeeting(of)
    if (!state?.closed || !state.items.some((item) => item.caseId === caseId)) continue
    const kept = await folderFiles(tx, subjectOf(id))
    const folder = `meetings/${state.heldOn}`
    files.push(...kept.map((one) => ({ ...one, path: one.path.replace('documents', folder) })))
  }
  return files
}
