import { attach } from '../documents/index.ts'
import { record, refusal, type WriteTx } from '../kernel/index.ts'
import { articlesOf, printedLines, readContent } from '../reader/index.ts'
import { type ConsultationId, subjectOf } from './consultation.ts'
import { writeConsultation } from './consultation-store.ts'
import { lockPrepared } from './hold-of.ts'

export type HandedIn = {
  readonly id: ConsultationId
  readonly fileName: string
  readonly bytes: Uint8Array
}

/**
 * Reads the draft from a document (docx, txt, md, html) into its articles; one in Word is kept and
 * published as it is. Refuses `consultation.no-articles` and whatever the reader refuses.
 */
export async function handInDraft(tx: WriteTx, file: HandedIn): Promise<void> {
  const { of: one, as } = await lockPrepared(tx, file.id)
  if (one.pack !== null) refusal('consultation.draft-is-installed', { version: one.version ?? '' })
  const reading = await readContent(file.fileName, file.bytes)
  const articles = articlesOf(reading).map((found) => ({ ...found, gist: null }))
  if (articles.length === 0)
    refusal('consultation.no-articles', { file: file.fileName.slice(0, 80) })
  const draftFile = await keep(tx, file, 'draft')
  await writeConsultation(tx, file.id, { articles, draft_file: draftFile })
  const detail = { articles: articles.length, sha256: reading.sha256 }
  await record(tx, { act: 'consultation.draft', subject: subjectOf(file.id), as, detail })
}

/** The drafting note 起草说明: plain text becomes the note, Word and PDF are published as files. */
export async function handInNote(tx: WriteTx, file: HandedIn): Promise<void> {
  const { as } = await lockPrepared(tx, file.id)
  const noteFile = await keep(tx, file, 'note')
  if (noteFile !== null) {
    await writeConsultation(tx, file.id, { note_file: noteFile })
  } else {
    const reading = await readContent(file.fileName, file.bytes)
    await writeConsultation(tx, file.id, { note: printedLines(reading).join('\n') })
  }
  await record(tx, { act: 'consultation.note', subject: subjectOf(file.id), as })
}

/** Word and PDF go through inspection and quarantine into the folder; plain text is not kept. */
async function keep(tx: WriteTx, file: HandedIn, name: string): Promise<string | null> {
  if (/\.(txt|md|html?)$/i.test(file.fileName)) return null
  const { id } = await attach(tx, {
    subject: subjectOf(file.id),
    paper: { name, kinds: name === 'note' ? ['docx', 'pdf'] : ['docx'] },
    fileName: file.fileName,
    bytes: file.bytes,
  })
  return id
}
