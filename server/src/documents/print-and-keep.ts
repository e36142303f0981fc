import { type Json, newId, record, refusal, type Words, type WriteTx } from '../kernel/index.ts'
import { theDesk } from './desk.ts'
import { findFolder, insertIssued } from './documents-store.ts'
import type { DocumentId, Issued } from './letter.ts'
import type { Worded } from './wording/fill.ts'
import type { WordedKind } from './wording/wording.ts'

/** A document about to be issued; `print` is what only the printed page needs (the QR, its address). */
export type ToPrint = Omit<Issued, 'id' | 'sha256' | 'size'> & {
  readonly from: Words
  readonly content: object
  readonly print?: { readonly qr: string; readonly kid: string; readonly verifyAt: string }
  /** The text of a letter and the version of the wording it comes from; none for certificates. */
  readonly wording?: {
    readonly kind: WordedKind
    readonly version: number
    readonly text: Worded
  }
  /** What is done to the printed file before it is kept: signing it. */
  readonly seal?: (pdf: Buffer) => Promise<Buffer>
}

/** Prints, stores, enters and records a document, in this order: no row without its content. */
export async function printAndKeep(tx: WriteTx, document: ToPrint): Promise<Issued> {
  const { storage } = theDesk()
  const { print, seal, wording, ...said } = document
  const { kind, number, content } = said
  const page = await printPage(document)
  const pdf = seal ? await seal(page) : page
  const sha256 = await storage.put(pdf)
  const id = newId<DocumentId>()
  // Letters are plain data; JSON in and out changes nothing in them.
  const kept = JSON.parse(JSON.stringify(content)) as Json
  const template = wording?.version ?? null
  if (
    !(await insertIssued(tx, {
      ...said,
      id,
      sha256,
      size: pdf.byteLength,
      content: kept,
      template,
    }))
  ) {
    refusal('documents.number-already', { number })
  }
  const { subject, title } = said
  const folder = await findFolder(tx, subject)
  await record(tx, {
    act: 'document.issue',
    subject: { kind: 'document', id },
    detail: { of: subject, kind, number, sha256 },
    readers: [folder?.party, folder?.office].filter((one) => one != null),
  })
  return { id, subject, kind, title, number, on: said.on, sha256, size: pdf.byteLength }
}

/** One page or more as PDF, kept nowhere: also what a preview shows. */
export function printPage(document: Omit<ToPrint, 'subject' | 'title'>): Promise<Buffer> {
  const { press, config } = theDesk()
  const { print, wording, from, number, on, content } = document
  const faces = { ...config.faces, folders: undefined }
  const data = { demo: config.demo, faces, from, number, on, content, ...print }
  return wording
    ? press.print({
        template: 'worded',
        data: { ...data, kind: wording.kind, worded: wording.text },
      })
    : press.print({ template: 'certificate', data })
}
