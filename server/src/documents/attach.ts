import { newId, type ReadTx, refusal, sha256, type WriteTx } from '../kernel/index.ts'
import { findFolder, insertAttachment, selectAttachments } from './documents-store.ts'
import { cleanFileName } from './file-name.ts'
import type { Attachment, AttachmentId, NewAttachment, Subject } from './folder.ts'
import { refuseSize, type TakenIn, takeIn } from './take-in.ts'

const MOST_FILES = 20

/**
 * Keeps a file as evidence for a paper: told by its content, at most 20 MB, of a kind the paper
 * allows, inspected, on the disk before it is acknowledged; in quarantine while the scanner is away.
 * The same content for the same paper is kept once, and what there is no room for is not even read.
 */
export async function attach(tx: WriteTx, input: NewAttachment): Promise<Attachment> {
  if (!(await findFolder(tx, input.subject))) refusal('documents.folder-not-found')
  refuseSize(input)
  const same = await roomFor(tx, { ...input, sha256: sha256(input.bytes) })
  return same ?? enter(tx, input, await takeIn(input))
}

export type TakenAttachment = Pick<NewAttachment, 'subject' | 'paper'> & { readonly file: TakenIn }

/** The same for a file that was taken in before the transaction began: only its row is written. */
export async function attachTaken(
  tx: WriteTx,
  { file, ...place }: TakenAttachment,
): Promise<Attachment> {
  if (!(await findFolder(tx, place.subject))) refusal('documents.folder-not-found')
  return (await roomFor(tx, { ...place, sha256: file.sha256 })) ?? enter(tx, place, file)
}

type Wanted = {
  readonly subject: Subject
  readonly paper: NewAttachment['paper']
  readonly sha256: string
}

/** The file of that content that is there already, or null; refuses `documents.paper-full`. */
export async function roomFor(
  tx: ReadTx,
  { subject, paper, sha256: hash }: Wanted,
): Promise<Attachment | null> {
  const there = (await selectAttachments(tx, subject)).filter((one) => one.paper === paper.name)
  const same = there.find((one) => one.sha256 === hash && one.scan !== 'infected')
  const most = paper.most ?? MOST_FILES
  if (!same && there.length >= most) refusal('documents.paper-full', { most })
  return same ?? null
}

async function enter(
  tx: WriteTx,
  { subject, paper }: Pick<NewAttachment, 'subject' | 'paper'>,
  { fileName, ...file }: TakenIn,
): Promise<Attachment> {
  const attachment: Attachment = {
    ...file,
    id: newId<AttachmentId>(),
    subject,
    paper: paper.name,
    name: cleanFileName(fileName, file.media),
    uploadedOn: tx.today,
    removedOn: null,
  }
  await insertAttachment(tx, attachment)
  return attachment
}
