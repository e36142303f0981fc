import { type DocumentId, type OpenFile, openIssued } from '../documents/index.ts'
import { type ReadTx, refusal } from '../kernel/index.ts'
import { isMaskedFor } from './blind/blind.ts'
import type { CaseId } from './ids.ts'
import { subjectOf } from './open-case.ts'
import { readVisibleCase } from './visible-case.ts'

/** A letter, receipt or certificate of the case as PDF; each names the party, so no expert of a blind review gets one. */
export async function openDocument(
  tx: ReadTx,
  of: { readonly caseId: CaseId; readonly document: string },
): Promise<OpenFile> {
  const open = await readVisibleCase(tx, of.caseId)
  if (isMaskedFor(tx, open)) return refusal('case.blind-forbidden')
  return openIssued(tx, { subject: subjectOf(open.id), id: of.document as DocumentId })
}
