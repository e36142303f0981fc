import {
  type Attachment,
  type AttachmentId,
  attach,
  type OpenFile,
  openAttachment,
  removeAttachment,
} from '../documents/index.ts'
import { permit } from '../identity/index.ts'
import { type ReadTx, refusal, type WriteTx } from '../kernel/index.ts'
import { isMaskedFor } from './blind/blind.ts'
import { maskedName } from './blind/mask.ts'
import type { AttachPaperInput, FileOfPaper } from './inputs.ts'
import { lockCase, subjectOf } from './open-case.ts'
import { refuseUnlessEditable } from './save-draft.ts'
import { readVisibleCase } from './visible-case.ts'

/** Adds one file as evidence. Refuses `case.paper-not-found` for a paper outside the list (清单之外不得索要). */
export async function attachPaper(tx: WriteTx, input: AttachPaperInput): Promise<Attachment> {
  const open = await lockCase(tx, input.caseId)
  permit(tx.actor, 'case.attach', { party: open.board.party_id })
  refuseUnlessEditable(open)
  const paper = open.service.papers.find((one) => one.name === input.paper)
  if (!paper) return refusal('case.paper-not-found', { paper: input.paper })
  const { fileName, bytes } = input
  return attach(tx, { subject: subjectOf(open.id), paper, fileName, bytes })
}

/** Takes a file back while the case is with its applicant; what was sealed stays sealed. */
export async function removePaper(tx: WriteTx, input: FileOfPaper): Promise<void> {
  const open = await lockCase(tx, input.caseId)
  permit(tx.actor, 'case.attach', { party: open.board.party_id })
  refuseUnlessEditable(open)
  await removeAttachment(tx, { subject: subjectOf(open.id), id: input.file as AttachmentId })
}

/** A file as it was handed in; to the experts of a blind review under the paper's own title (`case.blind-forbidden`). */
export async function openPaper(tx: ReadTx, input: FileOfPaper): Promise<OpenFile> {
  const open = await readVisibleCase(tx, input.caseId)
  const file = { subject: subjectOf(open.id), id: input.file as AttachmentId }
  if (!isMaskedFor(tx, open)) return openAttachment(tx, file)
  const name = maskedName(open, ({ id }) => id === input.file)
  if (name === null) return refusal('case.blind-forbidden')
  return { ...(await openAttachment(tx, file)), name }
}
