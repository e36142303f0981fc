import { newId, refusal, type WriteTx } from '../kernel/index.ts'
import { theDesk } from './desk.ts'
import { findFolder, insertAttachment, selectAttachments } from './documents-store.ts'
import { cleanFileName } from './file-name.ts'
import type { Attachment, AttachmentId, NewAttachment } from './folder.ts'
import { inspect } from './intake/inspect.ts'
import { scanned } from './intake/quarantine.ts'
import { type Recognised, recognise } from './media.ts'

export const LARGEST_BYTES = 20 * 1024 * 1024
const MOST_FILES = 20

/**
 * Keeps a file as evidence for a paper: told by its content, at most 20 MB, of a kind the paper
 * allows, inspected, on the disk before it is acknowledged; in quarantine while the scanner is away.
 * The same content for the same paper is kept once.
 */
export async function attach(tx: WriteTx, input: NewAttachment): Promise<Attachment> {
  if (!(await findFolder(tx, input.subject))) refusal('documents.folder-not-found')
  const { media } = await admit(input)
  const there = (await selectAttachments(tx, input.subject)).filter(
    (one) => one.paper === input.paper.name,
  )
  const scan = await scanned(input.fileName.slice(0, 80), input.bytes)
  const { storage, quarantine } = theDesk()
  const sha256 = await (scan === 'waiting' ? quarantine : storage).put(input.bytes)
  const same = there.find((one) => one.sha256 === sha256)
  if (same) return same
  if (there.length >= MOST_FILES) refusal('documents.paper-full', { most: MOST_FILES })
  const attachment: Attachment = {
    id: newId<AttachmentId>(),
    subject: input.subject,
    paper: input.paper.name,
    name: cleanFileName(input.fileName, media),
    media,
    size: input.bytes.byteLength,
    sha256,
    uploadedOn: tx.today,
    removedOn: null,
    scan,
  }
  await insertAttachment(tx, attachment)
  return attachment
}

async function admit({ bytes, fileName, paper }: NewAttachment): Promise<Recognised> {
  const about = { field: 'file' }
  const name = fileName.slice(0, 80)
  if (bytes.byteLength === 0) refusal('documents.empty-file', { name }, about)
  if (bytes.byteLength > LARGEST_BYTES) {
    refusal('documents.file-too-large', { name, limit: LARGEST_BYTES / 1024 / 1024 }, about)
  }
  const found = await recognise(bytes)
  if (!found || !paper.kinds.includes(found.kind)) {
    return refusal('documents.wrong-kind', { name, kinds: paper.kinds }, about)
  }
  await inspect({ name, media: found.media, bytes })
  return found
}
