import type { Selectable } from 'kysely'
import {
  type Day,
  type Json,
  type OfficeId,
  type PartyId,
  type PersonId,
  type ReadTx,
  reader,
  type WriteTx,
  writer,
  type ZoneId,
} from '../kernel/index.ts'
import type { Attachment, AttachmentId, NewFolder, ScanState, Subject } from './folder.ts'
import type { DocumentId, Issued, LetterKind } from './letter.ts'

type About = { zone_id: ZoneId; subject_kind: string; subject_id: string }

type Tables = {
  folders: About & {
    party_id: PartyId | null
    office_id: OfficeId | null
    published: boolean
  }
  attachments: About & {
    attachment_id: AttachmentId
    paper: string
    name: string
    media: string
    size: number
    sha256: string
    uploaded_on: Day
    uploaded_at: string
    uploaded_by: PersonId | null
    removed_on: Day | null
    removed_by: PersonId | null
    scan: ScanState
    scanned_at: string | null
  }
  issued: About & {
    document_id: DocumentId
    kind: LetterKind
    title_zh: string
    title_en: string
    number: string
    from_zh: string
    from_en: string
    issued_on: Day
    issued_at: string
    content: Json
    template_version: number | null
    sha256: string
    size: number
  }
}

const about = (tx: ReadTx, subject: Subject) => ({
  zone_id: tx.zone,
  subject_kind: subject.kind,
  subject_id: subject.id,
})

export type Folder = {
  readonly party: PartyId | null
  readonly office: OfficeId | null
  readonly published: boolean
}

export async function findFolder(tx: ReadTx, subject: Subject): Promise<Folder | null> {
  const row = await reader<Tables>(tx)
    .selectFrom('folders')
    .select(['party_id as party', 'office_id as office', 'published'])
    .where('zone_id', '=', tx.zone)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .executeTakeFirst()
  return row ?? null
}

/** False when it is open already. */
export async function insertFolder(tx: WriteTx, folder: NewFolder): Promise<boolean> {
  const answer = await writer<Tables>(tx)
    .insertInto('folders')
    .values({
      ...about(tx, folder.subject),
      party_id: folder.party ?? null,
      office_id: folder.office ?? null,
      published: folder.published ?? false,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return answer.numInsertedOrUpdatedRows === 1n
}

export async function handOver(tx: WriteTx, subject: Subject, office: OfficeId): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('folders')
    .set({ office_id: office })
    .where('zone_id', '=', tx.zone)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .execute()
}

export async function markPublished(tx: WriteTx, subject: Subject): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('folders')
    .set({ published: true })
    .where('zone_id', '=', tx.zone)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .execute()
}

export async function insertAttachment(tx: WriteTx, attachment: Attachment): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('attachments')
    .values({
      ...about(tx, attachment.subject),
      attachment_id: attachment.id,
      paper: attachment.paper,
      name: attachment.name,
      media: attachment.media,
      size: attachment.size,
      sha256: attachment.sha256,
      uploaded_on: attachment.uploadedOn,
      uploaded_at: tx.now,
      uploaded_by: personOf(tx),
      scan: attachment.scan,
      scanned_at: attachment.scan === 'clean' ? tx.now : null,
    })
    .execute()
}

/** Files not removed, oldest first. */
export async function selectAttachments(tx: ReadTx, subject: Subject): Promise<Attachment[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('attachments')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('removed_on', 'is', null)
    .orderBy('uploaded_at')
    .orderBy('attachment_id')
    .execute()
  return rows.map(toAttachment)
}

export async function findAttachment(
  tx: ReadTx,
  of: { readonly subject: Subject; readonly id: AttachmentId },
): Promise<Attachment | null> {
  const row = await reader<Tables>(tx)
    .selectFrom('attachments')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .where('subject_kind', '=', of.subject.kind)
    .where('subject_id', '=', of.subject.id)
    .where('attachment_id', '=', of.id)
    .executeTakeFirst()
  return row ? toAttachment(row) : null
}

/** Files in quarantine, oldest first; taken by one job at a time. */
export async function selectWaiting(tx: WriteTx, limit: number): Promise<Attachment[]> {
  const rows = await writer<Tables>(tx)
    .selectFrom('attachments')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .where('scan', '=', 'waiting')
    .orderBy('uploaded_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(toAttachment)
}

export async function markScanned(tx: WriteTx, id: AttachmentId, scan: ScanState): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('attachments')
    .set({ scan, scanned_at: tx.now })
    .where('zone_id', '=', tx.zone)
    .where('attachment_id', '=', id)
    .execute()
}

/** False when the actor may see the file but not remove it. */
export async function markRemoved(tx: WriteTx, id: AttachmentId): Promise<boolean> {
  const answer = await writer<Tables>(tx)
    .updateTable('attachments')
    .set({ removed_on: tx.today, removed_by: personOf(tx) })
    .where('zone_id', '=', tx.zone)
    .where('attachment_id', '=', id)
    .executeTakeFirst()
  return answer.numUpdatedRows === 1n
}

export type IssuedRow = Issued & {
  readonly from: Issued['title']
  readonly content: Json
  /** The wording's version; 0 is the one shipped. */
  readonly template: number | null
}

/** False when the number is taken. */
export async function insertIssued(tx: WriteTx, issued: IssuedRow): Promise<boolean> {
  const answer = await writer<Tables>(tx)
    .insertInto('issued')
    .values({
      ...about(tx, issued.subject),
      document_id: issued.id,
      kind: issued.kind,
      title_zh: issued.title.zh,
      title_en: issued.title.en,
      number: issued.number,
      from_zh: issued.from.zh,
      from_en: issued.from.en,
      issued_on: issued.on,
      issued_at: tx.now,
      content: JSON.stringify(issued.content),
      template_version: issued.template,
      sha256: issued.sha256,
      size: issued.size,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return answer.numInsertedOrUpdatedRows === 1n
}

/** Oldest first. */
export async function selectIssued(tx: ReadTx, subject: Subject): Promise<Issued[]> {
  const rows = await issuedOf(tx, subject).orderBy('issued_at').orderBy('document_id').execute()
  return rows.map(toIssued)
}

export async function findIssued(
  tx: ReadTx,
  of: { readonly subject: Subject; readonly id: DocumentId },
): Promise<Issued | null> {
  const row = await issuedOf(tx, of.subject).where('document_id', '=', of.id).executeTakeFirst()
  return row ? toIssued(row) : null
}

function issuedOf(tx: ReadTx, subject: Subject) {
  return reader<Tables>(tx)
    .selectFrom('issued')
    .select(['document_id', 'subject_kind', 'subject_id', 'kind', 'title_zh', 'title_en'])
    .select(['number', 'issued_on', 'sha256', 'size'])
    .where('zone_id', '=', tx.zone)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
}

function personOf({ actor }: WriteTx): PersonId | null {
  return actor.kind === 'person' ? actor.person : null
}

function toAttachment(row: Selectable<Tables['attachments']>): Attachment {
  return {
    id: row.attachment_id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    paper: row.paper,
    name: row.name,
    media: row.media,
    size: row.size,
    sha256: row.sha256,
    uploadedOn: row.uploaded_on,
    removedOn: row.removed_on,
    scan: row.scan,
  }
}

type IssuedColumns = Omit<
  Selectable<Tables['issued']>,
  'zone_id' | 'content' | 'template_version' | 'from_zh' | 'from_en' | 'issued_at'
>

function toIssued(row: IssuedColumns): Issued {
  return {
    id: row.document_id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    kind: row.kind,
    title: { zh: row.title_zh, en: row.title_en },
    number: row.number,
    on: row.issued_on,
    sha256: row.sha256,
    size: row.size,
  }
}
