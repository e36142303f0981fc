import {
  type AttachmentId,
  type DocumentId,
  listAttachments,
  type OpenFile,
  openAttachment,
  openIssued,
} from '../documents/index.ts'
import { permit } from '../identity/index.ts'
import { type Day, daysBetween, type ReadTx, refusal, type Words } from '../kernel/index.ts'
import { getMeasure } from '../rulebook/index.ts'
import {
  type AnswerRow,
  type NamedComment,
  selectAnswers,
  selectComments,
} from './comment-store.ts'
import {
  type Consultation,
  type ConsultationId,
  type Phase,
  phaseOf,
  type Summary,
  subjectOf,
} from './consultation.ts'
import { readConsultation, selectConsultations } from './consultation-store.ts'
import { type Difference, differences } from './differences.ts'
import { holdOf, holds, refuseStranger } from './hold-of.ts'

export type ConsultationRow = Pick<Consultation, 'id' | 'number' | 'title' | 'office'> & {
  readonly opensOn: Day
  readonly closesOn: Day
  readonly phase: Phase
  readonly daysLeft: number | null
}

export type ConsultationView = ConsultationRow &
  Omit<Consultation, 'officeId' | 'adopted' | 'draftFile' | 'noteFile'> & {
    readonly files: readonly {
      readonly id: string
      readonly of: 'draft' | 'note'
      readonly name: string
    }[]
    readonly adopted: {
      readonly pack: string
      readonly version: string
      readonly title: Words
      readonly differences: readonly Difference[]
    } | null
  }

/** Consultations, the latest first; prepared ones for the office alone; see selectConsultations. */
export async function listConsultations(tx: ReadTx, like?: string): Promise<ConsultationRow[]> {
  permit(tx.actor, 'consultation.read')
  const all = await selectConsultations(tx, like)
  return all.filter((one) => isShown(tx, one)).map((one) => rowOf(one, tx.today))
}

/** One with its draft, note, files, and afterwards its summary and what was adopted. */
export async function viewConsultation(tx: ReadTx, id: ConsultationId): Promise<ConsultationView> {
  const one = await shown(tx, id)
  const { officeId: _, adopted, draftFile, noteFile, ...said } = one
  const kept = await listAttachments(tx, subjectOf(id))
  const files = (
    [
      ['draft', draftFile],
      ['note', noteFile],
    ] as const
  ).flatMap(([of, wanted]) => {
    const file = kept.find((each) => each.id === wanted)
    return file ? [{ id: file.id as string, of, name: file.name }] : []
  })
  return { ...said, ...rowOf(one, tx.today), files, adopted: await adoptedBy(tx, one) }
}

/** The draft or the note as it was handed in; refuses `consultation.no-such-file`. */
export async function openFile(
  tx: ReadTx,
  { id, file }: { readonly id: ConsultationId; readonly file: string },
): Promise<OpenFile> {
  const { draftFile, noteFile } = await shown(tx, id)
  if (file !== draftFile && file !== noteFile) refusal('consultation.no-such-file')
  return openAttachment(tx, { subject: subjectOf(id), id: file as AttachmentId })
}

/** Refuses `consultation.not-summarised` before the summary is published. */
export async function readSummary(
  tx: ReadTx,
  id: ConsultationId,
): Promise<{ readonly number: string; readonly summary: Summary }> {
  const { number, summary } = await shown(tx, id)
  return summary ? { number, summary } : refusal('consultation.not-summarised')
}

/** The summary as printed. */
export async function openSummary(tx: ReadTx, id: ConsultationId): Promise<OpenFile> {
  const { summary } = await readSummary(tx, id)
  return openIssued(tx, { subject: subjectOf(id), id: summary.document as DocumentId })
}

export type Comments = {
  readonly comments: readonly NamedComment[]
  readonly answers: readonly AnswerRow[]
}

/** Every comment with who wrote it, for the office that answers. */
export async function listComments(tx: ReadTx, id: ConsultationId): Promise<Comments> {
  refuseStranger(tx.actor)
  holdOf(tx, await readConsultation(tx, id))
  return { comments: await selectComments(tx, id), answers: await selectAnswers(tx, id) }
}

async function shown(tx: ReadTx, id: ConsultationId): Promise<Consultation> {
  permit(tx.actor, 'consultation.read')
  const one = await readConsultation(tx, id)
  return isShown(tx, one) ? one : refusal('consultation.not-found')
}

function isShown(tx: ReadTx, one: Consultation): boolean {
  return one.publishedOn !== null || holds(tx, one)
}

function rowOf(one: Consultation, today: Day): ConsultationRow {
  const { id, number, title, office, opensOn, closesOn } = one
  const phase = phaseOf(one, today)
  const daysLeft = phase === 'open' ? daysBetween(today, closesOn) : null
  return { id, number, title, office, opensOn, closesOn, phase, daysLeft }
}

async function adoptedBy(tx: ReadTx, one: Consultation): Promise<ConsultationView['adopted']> {
  if (!one.adopted) return null
  const { pack, version } = one.adopted
  const { program, texts } = await getMeasure(tx, pack, version)
  const printed = new Map(texts.map(({ article, text }) => [article, text]))
  const after = program.articles.map(({ article, gist }) => ({
    ...{ article, gist },
    text: printed.get(article) ?? null,
  }))
  return { pack, version, title: program.title, differences: differences(one.articles, after) }
}
