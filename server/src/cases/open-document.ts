import { type DocumentId, type OpenFile, openIssued } from '../documents/index.ts'
import type { ReadTx } from '../kernel/index.ts'
import type { CaseId } from './ids.ts'
import { subjectOf } from './open-case.ts'
import { readVisibleCase } from './visible-case.ts'

/** A letter, receipt or certificate of the case as PDF. */
export async function openDocument(
  tx: ReadTx,
  of: { readonly caseId: CaseId; readonly document: string },
): Promise<OpenFile> {
  const open = await readVisibleCase(tx, of.caseId)
  return openIssued(tx, { subject: subjectOf(open.id), id: of.document as DocumentId })
}
