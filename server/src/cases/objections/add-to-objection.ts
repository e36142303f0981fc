import {
  type AttachmentId,
  attach,
  type DocumentId,
  listAttachments,
  type OpenFile,
  openAttachment,
  openFolder,
  openIssued,
} from '../../documents/index.ts'
import { type ReadTx, record, refusal, sha256, type WriteTx } from '../../kernel/index.ts'
import { lockBoard } from '../board-store.ts'
import type { ObjectionId } from '../ids.ts'
import { tell } from '../tell.ts'
import { type ObjectionKey, objectionByKey } from './follow-objection.ts'
import { subjectOfObjection } from './objection.ts'
import { insertWord } from './words-store.ts'

const PAPER = { name: 'grounds', kinds: ['pdf', 'image', 'docx', 'xlsx'] } as const

/**
 * The objector says more, of their own accord or to a question. Refuses `case.objection-already` once
 * it was answered. Runs as the machine; the record keeps a digest and names nobody.
 */
export async function addToObjection(
  tx: WriteTx,
  { says, ...key }: ObjectionKey & { readonly says: string },
): Promise<void> {
  const { id, case_id } = await openToMore(tx, key)
  await insertWord(tx, id, { kind: 'add', says, on: tx.today, until: null, by: null })
  await record(tx, {
    act: 'objection.add',
    subject: subjectOfObjection(id),
    detail: { digest: sha256(says) },
    isUnnamed: true,
  })
  await tell(tx, { type: 'objection.added', payload: { case: case_id, objection: id } })
}

/** A paper to the grounds, by the same key; inspected and held like every upload. */
export async function attachToObjection(
  tx: WriteTx,
  { fileName, bytes, ...key }: ObjectionKey & { fileName: string; bytes: Uint8Array },
): Promise<void> {
  const { id, case_id } = await openToMore(tx, key)
  const subject = subjectOfObjection(id)
  await openFolder(tx, { subject })
  const { sha256: hash } = await attach(tx, { subject, paper: PAPER, fileName, bytes })
  const detail = { sha256: hash }
  await record(tx, { act: 'objection.paper', subject, detail, isUnnamed: true })
  await tell(tx, { type: 'objection.added', payload: { case: case_id, objection: id } })
}

async function openToMore(tx: WriteTx, key: ObjectionKey) {
  const { case_id } = await objectionByKey(tx, key)
  await lockBoard(tx, case_id)
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
