import {
  type AttachmentId,
  attachTaken,
  type DocumentId,
  isDangerous,
  listAttachments,
  noteRefusedUpload,
  type OpenFile,
  openAttachment,
  openFolder,
  openIssued,
  roomFor,
  type Subject,
  takeIn,
} from '../../documents/index.ts'
import {
  type Actor,
  type Kernel,
  type ReadTx,
  Refusal,
  record,
  refusal,
  sha256,
  type WriteTx,
} from '../../kernel/index.ts'
import { lockBoard } from '../board-store.ts'
import type { ObjectionId } from '../ids.ts'
import { tell } from '../tell.ts'
import { type ObjectionKey, objectionByKey } from './follow-objection.ts'
import { subjectOfObjection } from './objection.ts'
import { insertWord, selectWords } from './words-store.ts'

const PAPER = { name: 'grounds', kinds: ['pdf', 'image', 'docx', 'xlsx'], most: 5 } as const

/** Times the objector may add something before the answer. */
const MOST_WORDS = 20

/** Whoever shows the key is let in by it, as nobody: the machine reads and writes for them. */
const MACHINE: Actor = { kind: 'system', job: 'objections' }

/**
 * The objector says more, of their own accord or to a question. Refuses `case.objection-already` once
 * it was answered and `case.objection-full` after 20 times. Runs as the machine; the record keeps a digest and names nobody.
 */
export async function addToObjection(
  tx: WriteTx,
  { says, ...key }: ObjectionKey & { readonly says: string },
): Promise<void> {
  const { id, case_id } = await openToMore(tx, key)
  const added = (await selectWords(tx, id)).filter(({ kind }) => kind === 'add')
  if (added.length >= MOST_WORDS) refusal('case.objection-full', { most: MOST_WORDS })
  await insertWord(tx, id, { kind: 'add', says, on: tx.today, until: null, by: null })
  await record(tx, {
    act: 'objection.add',
    subject: subjectOfObjection(id),
    detail: { digest: sha256(says) },
    isUnnamed: true,
  })
  await tell(tx, { type: 'objection.added', payload: { case: case_id, objection: id } })
}

export type ObjectionPaper = ObjectionKey & {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/**
 * A paper to the grounds, by the same key; inspected and held like every upload, before the case is
 * locked and only where there is room for it, so that a stranger holds up nobody and fills no disk.
 */
export async function attachToObjection(kernel: Kernel, paper: ObjectionPaper): Promise<void> {
  const { fileName, bytes, ...key } = paper
  const { subject, same } = await kernel.reading(MACHINE, async (tx) => {
    const { id } = await stillOpen(tx, key)
    const subject = subjectOfObjection(id)
    return { subject, same: await roomFor(tx, { subject, paper: PAPER, sha256: sha256(bytes) }) }
  })
  if (same) return
  const file = await takenInOrNoted(kernel, { subject, fileName, bytes })
  await kernel.writing(MACHINE, async (tx) => {
    const { id, case_id } = await openToMore(tx, key)
    await openFolder(tx, { subject })
    await attachTaken(tx, { subject, paper: PAPER, file })
    const detail = { sha256: file.sha256 }
    await record(tx, { act: 'objection.paper', subject, detail, isUnnamed: true })
    await tell(tx, { type: 'objection.added', payload: { case: case_id, objection: id } })
  })
}

type Sent = { readonly subject: Subject; readonly fileName: string; readonly bytes: Uint8Array }

/** What is dangerous is refused and noted, like everybody's. */
async function takenInOrNoted(kernel: Kernel, { subject, ...sent }: Sent) {
  try {
    return await takeIn({ paper: PAPER, ...sent })
  } catch (refused) {
    if (refused instanceof Refusal && isDangerous(refused)) {
      const noted = { of: subject, ...sent, refused }
      await kernel.writing(MACHINE, (tx) => noteRefusedUpload(tx, noted))
    }
    throw refused
  }
}

async function openToMore(tx: WriteTx, key: ObjectionKey) {
  const { case_id } = await objectionByKey(tx, key)
  await lockBoard(tx, case_id)
  return stillOpen(tx, key)
}

async function stillOpen(tx: ReadTx, key: ObjectionKey) {
  const row = await objectionByKey(tx, key)
  if (row.answered_on) refusal('case.objection-already', { on: row.answered_on })
  return row
}

/** A paper or a letter of one's own objection. */
export async function openFollowedFile(
  tx: ReadTx,
  { file, ...key }: ObjectionKey & { readonly file: string },
): Promise<OpenFile & { readonly uploaded: boolean }> {
  const { id } = await objectionByKey(tx, key)
  return openFileOf(tx, id, file)
}

/** What lies in an objection's folder: handed in by its maker, or issued by the office. */
export async function openFileOf(tx: ReadTx, id: ObjectionId, file: string) {
  const subject = subjectOfObjection(id)
  const isPaper = (await listAttachments(tx, subject)).some((one) => one.id === file)
  const opened = isPaper
    ? await openAttachment(tx, { subject, id: file as AttachmentId })
    : await openIssued(tx, { subject, id: file as DocumentId })
  return { ...opened, uploaded: isPaper }
}
